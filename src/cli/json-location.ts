/** Where in a JSON text a value stands, or where the text stops being JSON: only used to word a message. */

type JsonStep = string | number;

/** Steps of a path such as `people[0].records[2].achievedOn`. */
function jsonSteps(path: string): readonly JsonStep[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? name! : Number(index),
  );
}

export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

class JsonScanner {
  private readonly text: string;
  private at = 0;
  private readonly wanted: readonly JsonStep[];
  /** Offset of the wanted value, or of the deepest container met on the way to it. */
  found = 0;
  broken = false;

  constructor(text: string, wanted: readonly JsonStep[]) {
    this.text = text;
    this.wanted = wanted;
  }

  scan(): void {
    this.value(0);
    this.space();
    if (!this.broken && this.at < this.text.length) this.stop();
  }

  private stop(): void {
    if (!this.broken) this.found = Math.min(this.at, this.text.length);
    this.broken = true;
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text.charAt(this.at))) this.at++;
  }

  private take(expected: string): void {
    this.space();
    if (this.text.charAt(this.at) === expected) this.at++;
    else this.stop();
  }

  /** `depth` steps of the path lead to this value, or -1 when it lies beside the path. */
  private value(depth: number): void {
    this.space();
    if (depth >= 0) this.found = this.at;
    const first = this.text.charAt(this.at);
    if (first === '{') this.container(depth, '}');
    else if (first === '[') this.container(depth, ']');
    else if (first === '"') this.string();
    else this.token();
  }

  private container(depth: number, close: '}' | ']'): void {
    this.at++;
    this.space();
    if (this.text.charAt(this.at) === close) {
      this.at++;
      return;
    }
    for (let index = 0; !this.broken; index++) {
      let step: JsonStep = index;
      if (close === '}') {
        this.space();
        const start = this.at;
        this.string();
        step = this.text.slice(start + 1, this.at - 1);
        this.take(':');
      }
      if (this.broken) return;
      this.value(depth >= 0 && this.wanted[depth] === step ? depth + 1 : -1);
      this.space();
      if (this.broken || this.text.charAt(this.at) !== ',') break;
      this.at++;
    }
    if (!this.broken) this.take(close);
  }

  private string(): void {
    const literal = /"(?:[^"\\]|\\.)*"/y;
    literal.lastIndex = this.at;
    if (literal.test(this.text)) this.at = literal.lastIndex;
    else this.stop();
  }

  private token(): void {
    const literal = /true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    literal.lastIndex = this.at;
    if (literal.test(this.text)) this.at = literal.lastIndex;
    else this.stop();
  }
}

/** The offset of the value at `path`, of its nearest container when it is absent, or of the first syntax error. */
export function locateInJson(text: string, path: string): number {
  const scanner = new JsonScanner(text, jsonSteps(path));
  scanner.scan();
  return scanner.found;
}
