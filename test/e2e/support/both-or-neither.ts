/** Something that takes a while to open and goes on until it is closed. */
export interface Opening<T> {
  readonly opened: Promise<T>;
  readonly close: (opened: T) => Promise<void>;
}

/** Waits for both. When one fails the other is closed, which nobody could do later: it would outlive the tests. */
export async function bothOrNeither<A, B>(first: Opening<A>, second: Opening<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first.opened, second.opened]);
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  if (a.status === 'fulfilled') await first.close(a.value);
  if (b.status === 'fulfilled') await second.close(b.value);
  throw a.status === 'rejected' ? a.reason : (b as PromiseRejectedResult).reason;
}
