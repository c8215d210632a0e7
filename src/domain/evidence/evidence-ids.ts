import type { Evidence } from './evidence.ts';
import { unpackIds } from './packed-ids.ts';

/** The ids of all people, or of all records, by their number. */
export function idsOf(evidence: Evidence, column: 'personId' | 'recordId'): readonly string[] {
  const ids = unpackIds(evidence.columns[column]);
  evidence.odd.of(column)?.forEach((text, at) => {
    ids[at] = text;
  });
  return ids;
}
