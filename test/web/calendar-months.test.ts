import { describe, expect, it } from 'vitest';
import type { CalendarEventView } from '../../src/contract/calendar.ts';
import { calendarMonths } from '../../web/pages/calendar/calendar-months.ts';

function event(on: string): CalendarEventView {
  return { id: on, on, kind: 'anniversary', title: on, detail: null, path: '/' };
}

describe('the months of the calendar', () => {
  it('go from the month of the first day to that of the last, empty ones among them', () => {
    const months = calendarMonths([event('2019-11-30'), event('2020-01-01')], '2019-11-15', '2020-02-29');
    expect(months.map(({ month, events }) => [month, events.length])).toEqual([
      ['2019-11', 1],
      ['2019-12', 0],
      ['2020-01', 1],
      ['2020-02', 0],
    ]);
  });

  it.each([
    // 1 February 2020 was a Saturday.
    ['2020-02-29', 29, 5],
    ['2019-02-01', 28, 4],
    ['2020-06-01', 30, 0],
    ['2020-11-01', 30, 6],
  ])('the month of %s has %i days and begins %i days after a Monday', (day, days, before) => {
    expect(calendarMonths([], day, day)).toMatchObject([{ days, before }]);
  });
});
