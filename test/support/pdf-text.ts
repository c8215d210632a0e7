import { inflateSync } from 'node:zlib';

/** Which text each glyph of a font stands for, as its table for copying says. */
function glyphTable(cmap: string): string[] {
  const list = /beginbfrange\s*<0000> <[0-9a-f]{4}> \[([^\]]*)\]/.exec(cmap)?.[1] ?? '';
  return [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, codes = '']) =>
    String.fromCharCode(...codes.split(' ').map((code) => Number.parseInt(code, 16))),
  );
}

/** The text of a PDF as a reader would copy it, a line for each piece: what has no such table is not text. */
export function pdfText(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]),
  );
  const content = (body: string): string => {
    const start = body.indexOf('stream\n') + 'stream\n'.length;
    const bytes = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
    return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
  };
  const fonts = new Map<string, string[]>();
  for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1];
    if (table !== undefined) fonts.set(name!, glyphTable(content(objects.get(table)!)));
  }
  const pages = [...objects.values()].filter((body) => body.includes('stream\n')).map(content);
  return pages.flatMap((page) =>
    [...page.matchAll(/\/(F\d+) [\d.]+ Tf\n\[(.*)\] TJ/g)].map(([, font, pieces]) =>
      [...pieces!.matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, glyphs]) => glyphs!.match(/.{4}/g) ?? [])
        .map((glyph) => fonts.get(font!)?.[Number.parseInt(glyph, 16)] ?? '\uFFFD')
        .join(''),
    ),
  );
}
