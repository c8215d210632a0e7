/** Puts a few sorted items among many sorted ones; `isBefore` never says yes of two items in both orders. */
export function mergeSorted<T>(
  many: readonly T[],
  few: readonly T[],
  isBefore: (left: T, right: T) => boolean,
): readonly T[] {
  if (few.length === 0) return many;
  const merged = new Array<T>(many.length + few.length);
  let place = 0;
  let taken = 0;
  for (const item of few) {
    let low = taken;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(item, many[middle]!)) high = middle;
      else low = middle + 1;
    }
    while (taken < low) merged[place++] = many[taken++]!;
    merged[place++] = item;
  }
  while (taken < many.length) merged[place++] = many[taken++]!;
  return merged;
}
