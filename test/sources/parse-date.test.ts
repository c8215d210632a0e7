import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, parseDate, parseMonthText } from '../../src/sources/parse-date.ts';

const day = (text: string) => ({ kind: 'day', day: text });
const no = (reason: string) => ({ kind: 'rejected', reason });

describe('a date in a file', () => {
  it.each<[string, DateOrder | null, ReturnType<typeof day> | ReturnType<typeof no>]>([
    ['2018-04-03', null, day('2018-04-03')],
    ['2018-04-03', 'dmy', day('2018-04-03')],
    ['2018-04-03', 'iso', day('2018-04-03')],
    ['2018/4/3', null, day('2018-04-03')],
    ['03/04/2018', null, no('ambiguous-date')],
    ['03/04/2018', 'dmy', day('2018-04-03')],
    ['03/04/2018', 'mdy', day('2018-03-04')],
    ['03/04/2018', 'iso', no('bad-date')],
    ['04/04/2018', null, day('2018-04-04')],
    ['14/02/2017', null, day('2017-02-14')],
    ['14/02/2017', 'mdy', no('bad-date')],
    ['02/14/2017', null, day('2017-02-14')],
    ['02/14/2017', 'dmy', no('bad-date')],
    ['14.02.2017', null, day('2017-02-14')],
    ['14-02-2017', null, day('2017-02-14')],
    ['14/02-2017', null, no('bad-date')],
    ['31/02/2018', null, no('bad-date')],
    ['2018-02-30', null, no('bad-date')],
    ['2018-13-01', null, no('bad-date')],
    ['29/02/2019', null, no('bad-date')],
    ['29/02/2020', null, day('2020-02-29')],
    ['14/02/17', null, no('bad-date')],
    ['0018-01-01', null, no('bad-date')],
    ['43194', null, no('bad-date')],
    ['', null, no('bad-date')],
    ['hier', null, no('bad-date')],
    ['11/23/2024 12:00:00 AM', null, day('2024-11-23')],
    ['2025-11-03T09:12:00+00:00', 'iso', day('2025-11-03')],
    ['2026-11-03T23:59:59Z', null, day('2026-11-03')],
    ['2018-01-10T00:30:00+02:00', null, day('2018-01-09')],
    ['2018-01-10T23:30:00-0500', null, day('2018-01-11')],
    ['2018-01-10T09:30:00.1234567Z', null, day('2018-01-10')],
    ['2018-01-10 09:30', null, day('2018-01-10')],
    ['2018-01-10T25:00:00Z', null, no('bad-date')],
  ])('%s under setting %s', (text, order, expected) => {
    expect(parseDate(text, order)).toEqual(expected);
  });

  it('that names a setting is read back from every way of writing it', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (value) => {
        const iso = value.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        expect(parseDate(iso, null)).toEqual(day(iso));
        expect(parseDate(`${dayOfMonth}/${month}/${year}`, 'dmy')).toEqual(day(iso));
        expect(parseDate(`${month}/${dayOfMonth}/${year}`, 'mdy')).toEqual(day(iso));
      }),
    );
  });

  it('is never guessed: without a setting a slashed date is read only when one reading exists', () => {
    const part = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(part, part, (first, second) => {
        const read = parseDate(`${first}/${second}/2018`, null);
        expect(read.kind).toBe(first === second ? 'day' : 'rejected');
      }),
    );
  });
});

describe('a month in a file', () => {
  it.each([
    ['2026-08', '2026-08'],
    ['2026-08-01', '2026-08'],
    ['2026-8', null],
    ['2026-13', null],
    ['Nov-24', null],
    ['2026-08-02', null],
  ])('%s', (text, expected) => {
    expect(parseMonthText(text)).toBe(expected);
  });
});
