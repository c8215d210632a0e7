/** `percent-of-staff`: a share of the people employed must hold something, with or without an upper bound. */
import type { PercentOfStaffRequirement } from '../domain/catalogue/catalogue.ts';
import { type KnownIds, readPredicate } from './read-predicate.ts';
import { type Cursor, fieldsOf, report } from './yaml-cursor.ts';
import { readCount, readPositive } from './yaml-values.ts';

export function readPercentOfStaff(cursor: Cursor, known: KnownIds): PercentOfStaffRequirement {
  const fields = fieldsOf(cursor, ['percent-of-staff', 'holds'], ['at-most']);
  const percent = readPositive(fields.get('percent-of-staff'));
  if (percent > 100) report(fields.get('percent-of-staff')!, 'expected a percentage, at most 100');
  const atMost = fields.get('at-most');
  return {
    kind: 'percent-of-staff',
    percent,
    atMost: atMost === undefined ? null : readCount(atMost, 1),
    holds: readPredicate(fields.get('holds'), known),
  };
}
