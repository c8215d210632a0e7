/**
 * A list of things that stand as JSON in the address of a page. What cannot be read is left out; whether the things
 * make sense is for the server to say.
 */
export function listedInAddress<T>(
  text: string | undefined,
  most: number,
  isThing: (value: object) => value is T & object,
): readonly T[] {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(read)) return [];
  return read
    .filter((value): value is T & object => typeof value === 'object' && value !== null && isThing(value))
    .slice(0, most);
}

/** What the address holds of a list; nothing of an empty one. */
export function printedList(things: readonly unknown[]): string | undefined {
  return things.length === 0 ? undefined : JSON.stringify(things);
}
