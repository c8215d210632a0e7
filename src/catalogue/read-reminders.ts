/** `reminders` of `programme.yaml`: how long before something ends people are reminded of it. */
import type { ReminderSteps } from '../domain/catalogue/catalogue.ts';
import { type Cursor, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readCount } from './yaml-values.ts';

/** Whole days, each fewer than the one before: the earliest reminder first. */
function readDaysBefore(cursor: Cursor | undefined): readonly number[] {
  const days: number[] = [];
  for (const item of cursor === undefined ? [] : itemsOf(cursor)) {
    const before = readCount(item, 1);
    const previous = days.at(-1);
    if (previous !== undefined && before >= previous) {
      report(item, 'reminders go from the earliest to the last: fewer days than the one before');
    }
    days.push(before);
  }
  return days;
}

/** Of what is not named nobody is reminded. */
export function readReminders(cursor: Cursor | undefined): ReminderSteps {
  const fields =
    cursor === undefined ? undefined : fieldsOf(cursor, [], ['certificates', 'overrides', 'pmc-window']);
  return {
    certificates: readDaysBefore(fields?.get('certificates')),
    overrides: readDaysBefore(fields?.get('overrides')),
    pmcWindow: readDaysBefore(fields?.get('pmc-window')),
  };
}
