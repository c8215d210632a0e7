import type { ImportRowReason } from '../contract/import-codes.ts';
import type { ImportRow } from '../contract/imports.ts';
import type { RejectionReason } from '../sources/source-row.ts';

/** What to do about a rejected row, by reason. */
const HINTS: Readonly<Record<string, string>> = {
  'ragged-row': 'give the row as many cells as the header, and quote cells that hold the separator',
  'missing-value': 'fill in the field',
  'bad-email': 'give a complete e-mail address',
  'bad-name': 'write the name on one line, with letters and without invisible characters',
  'bad-date': 'give an existing date, such as 2018-04-03',
  'ambiguous-date': 'say how the file writes dates: --mapping with {"dates":"dmy"} or {"dates":"mdy"}',
  'expires-before-achieved': 'check both dates',
  'bad-month': 'give the month as 2018-04',
  'bad-number': 'give a plain number',
  'ambiguous-number': 'write the number without a thousands separator and with a decimal point',
  'negative-count': 'people, seats and customers are counted from 0',
  'bad-flag': 'write yes or no',
  'unknown-role': 'use the name or the id of a role',
  'role-not-allowed': 'ask somebody who holds that role, or a global admin',
  'unknown-locale': 'write fr or en',
  'ambiguous-skill': 'give the id of the skill, such as exam:70-764',
  'not-passed': 'leave out exams that were not passed',
  'conflicts-with-earlier-row': 'keep one of the two rows; the value is the line of the earlier one',
  'associated-elsewhere': 'the account belongs to another company now; only the person can change that',
  'email-taken': 'the address is already in use; give another one',
  'outside-location': 'ask somebody whose role covers the whole company',
  'user-not-active':
    'the person has left or is disabled; bring the account back first, or give another address',
} satisfies Partial<Record<ImportRowReason, string>> & Record<RejectionReason, string>;

/** One line per reason among the rejected rows, in the order in which they first occur. */
export function importRowHints(rows: readonly ImportRow[]): readonly string[] {
  const reasons = new Set(
    rows.flatMap(({ result, reason }) => (result === 'rejected' && reason !== null ? [reason] : [])),
  );
  return [...reasons].flatMap((reason) => {
    const hint = HINTS[reason];
    return hint === undefined ? [] : [`${reason}: ${hint}`];
  });
}
