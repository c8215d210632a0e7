/**
 * Texts by number. Packed they are one run of characters and the place where each text ends: one byte a character
 * as long as all of them fit, else two. They are only turned into strings when somebody asks.
 */
export type Units = Uint8Array | Uint16Array;

/** So many characters are made into a string at a time: arguments of one call. */
const CHUNK = 4096;

/** Characters as one string. */
export function textOf(units: Units): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as unknown as number[]);
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += CHUNK) {
    parts.push(String.fromCharCode.apply(null, units.subarray(from, from + CHUNK) as unknown as number[]));
  }
  return parts.join('');
}

function packed(texts: readonly string[]): { readonly units: Units; readonly ends: Uint32Array } {
  const ends = new Uint32Array(texts.length);
  let length = 0;
  texts.forEach((text, index) => {
    length += text.length;
    ends[index] = length;
  });
  const units = new Uint16Array(length);
  let widest = 0;
  let at = 0;
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      widest |= unit;
      units[at++] = unit;
    }
  }
  return { units: widest < 256 ? Uint8Array.from(units) : units, ends };
}

function unpacked(units: Units, ends: Uint32Array): string[] {
  const all = textOf(units);
  const texts: string[] = new Array(ends.length);
  let from = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    texts[index] = all.slice(from, end);
    from = end;
  }
  return texts;
}

export class TextTable {
  private texts: readonly string[] | null;
  private form: { readonly units: Units; readonly ends: Uint32Array } | null;

  private constructor(texts: TextTable['texts'], form: TextTable['form']) {
    this.texts = texts;
    this.form = form;
  }

  static of(texts: readonly string[]): TextTable {
    return new TextTable(texts, null);
  }

  static from(units: Units, ends: Uint32Array): TextTable {
    return new TextTable(null, { units, ends });
  }

  list(): readonly string[] {
    this.texts ??= unpacked(this.form!.units, this.form!.ends);
    return this.texts;
  }

  packed(): { readonly units: Units; readonly ends: Uint32Array } {
    this.form ??= packed(this.list());
    return this.form;
  }

  /** By code: nothing for "absent", null, then the texts. */
  byCode(): (string | null | undefined)[] {
    return [undefined, null, ...this.list()];
  }
}
