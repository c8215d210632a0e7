const BULLET = '• ';
/** What is said of a thing in a line of its own, below it. */
const BELOW = '   → ';

export interface ListedThing {
  readonly thing: string;
  readonly below: readonly string[];
}

/** A paragraph whose lines begin like those of a list is a list; what follows it says how many more. */
export function listedThings(text: string): {
  readonly things: readonly ListedThing[];
  readonly rest: string;
} {
  const things: { thing: string; below: string[] }[] = [];
  const rest: string[] = [];
  for (const line of text.split('\n')) {
    const last = things.at(-1);
    if (line.startsWith(BULLET)) things.push({ thing: line.slice(BULLET.length), below: [] });
    else if (line.startsWith(BELOW) && last !== undefined) last.below.push(line.trim());
    else rest.push(line);
  }
  return { things, rest: rest.join('\n') };
}
