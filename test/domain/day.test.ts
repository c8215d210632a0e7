import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addYears,
  formatDay,
  formatMonth,
  monthOf,
  parseDay,
  parseMonth,
} from '../../src/domain/time/day.ts';
import {
  dayOfInstant,
  parseDayOrInstant,
  parseInstant,
  parseKnownBound,
} from '../../src/domain/time/instant.ts';
import { day } from './support/programme-builder.ts';

describe('a day', () => {
  it('is read and written as the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const text = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(parseDay(text)).toBe(number);
        expect(formatDay(day(text))).toBe(text);
        expect(formatMonth(monthOf(day(text)))).toBe(text.slice(0, 7));
        expect(parseMonth(text.slice(0, 7))).toBe(monthOf(day(text)));
      }),
    );
  });

  it.each([
    '2018-02-29',
    '2100-02-29',
    '2018-00-10',
    '2018-13-01',
    '2018-04-31',
    '0000-01-01',
    '2018-1-01',
    '18-01-01',
    '2018/01/01',
    '2018-01-0x',
    ' 2018-01-01',
    '2018-01-01 ',
    '',
    '-018-01-01',
    '2018-01--1',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it.each([
    ['2017-08-31', 6, '2018-02-28'],
    ['2019-08-31', 6, '2020-02-29'],
    ['2018-01-15', 6, '2018-07-15'],
    ['2018-03-31', -1, '2018-02-28'],
    ['2017-12-31', 12, '2018-12-31'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it('of 29 February is 28 February a year later', () => {
    expect(formatDay(addYears(day('2020-02-29'), 1))).toBe('2021-02-28');
    expect(formatDay(addYears(day('2020-02-29'), 4))).toBe('2024-02-29');
  });
});

describe('an instant', () => {
  it('is read as the platform reads it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });

  it.each([
    ['2018-06-01T00:30:00+02:00', '2018-05-31'],
    ['2018-05-31T23:59:60Z', '2018-05-31'],
    ['2018-05-31t23:59:59.999999z', '2018-05-31'],
    ['2018-05-31 20:00:00-05:00', '2018-06-01'],
  ])('%s falls on %s', (text, expected) => {
    expect(formatDay(dayOfInstant(parseInstant(text)!))).toBe(expected);
    expect(parseDayOrInstant(text)).toBe(day(expected));
  });

  it.each([
    '2018-06-01T24:00:00Z',
    '2018-06-01T10:60:00Z',
    '2018-06-01T10:00Z',
    '2018-06-01T10:00:00',
    '2018-06-01T10:00:00.Z',
    '2018-06-01T10:00:00+25:00',
    '2018-06-01T10:00:00Zx',
    '2018-02-30T10:00:00Z',
    '2018-06-01T1x:00:00Z',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('bounds what is known: a date by its end, an instant by itself', () => {
    expect(parseKnownBound('2018-06-01')).toBe(parseInstant('2018-06-01T23:59:59.999999Z'));
    expect(parseKnownBound('2018-06-01T10:00:00Z')).toBe(parseInstant('2018-06-01T10:00:00Z'));
    expect(parseKnownBound('June')).toBeNull();
  });
});
