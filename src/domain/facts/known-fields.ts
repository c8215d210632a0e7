/**
 * The fields that a kind of object may have. Objects of one document are alike, so the fields of the last good one
 * are remembered and compared by position: that is several times quicker than looking each of them up.
 */
export class KnownFields {
  private readonly names: ReadonlySet<string>;
  private last: readonly string[] = [];

  constructor(...names: readonly string[]) {
    this.names = new Set(names);
  }

  /** Fields of the object that are not known; usually none. */
  unknownIn(object: object): readonly string[] {
    const { last } = this;
    let index = 0;
    for (const field in object) if (field !== last[index++]) return this.lookUp(object);
    return NONE;
  }

  private lookUp(object: object): readonly string[] {
    const fields = Object.keys(object);
    const unknown = fields.filter((field) => !this.names.has(field));
    if (unknown.length === 0) this.last = fields;
    return unknown;
  }
}

const NONE: readonly string[] = [];
