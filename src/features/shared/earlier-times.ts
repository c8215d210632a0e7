import { mondayBefore } from '../../contract/changes.ts';
import type { AsOf } from './as-of.ts';

/** What was known at the end of the earlier day about it, and never more than is asked to be known at all. */
export function earlierTimes({ validAt, knownAt }: AsOf, since: string | undefined): AsOf {
  const day = since ?? mondayBefore(validAt);
  return { validAt: day, knownAt: knownAt !== null && knownAt.slice(0, 10) < day ? knownAt : day };
}
