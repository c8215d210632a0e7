import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarFileEvent, writeICalendar } from '../../src/files/write-icalendar.ts';

const EVENT: CalendarFileEvent = {
  uid: 'a@jalon',
  on: '2020-02-29',
  summary: 'Anniversary',
  description: null,
  category: 'Membership',
  url: 'https://jalon.example/membership?programme=mpn&a=1,2',
};

function written(event: Partial<CalendarFileEvent> = {}): string {
  const writtenAt = new Date('2020-01-31T23:30:15.250Z');
  return writeICalendar({ name: 'Contoso', language: 'fr', writtenAt, events: [{ ...EVENT, ...event }] });
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event] = calendar.getAllSubcomponents('vevent');
  return { calendar, event: new ICAL.Event(event) };
}

describe('a calendar file', () => {
  it('is read by another program as what was written', () => {
    const { calendar, event } = read(written());
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('name')).toBe('Contoso');
    expect([event.uid, event.summary, event.description]).toEqual(['a@jalon', 'Anniversary', null]);
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, '2020-02-29']);
    // An event without an end takes its day and no more.
    expect(event.endDate.toString()).toBe('2020-03-01');
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2020-01-31T23:30:15Z');
    expect(event.component.getFirstPropertyValue('url')).toBe(EVENT.url);
  });

  it.each(['a, b; c', 'back\\slash \\n', 'two\nlines', '\u00abx\u00bb\u202f: \u00e9\u00e9', ': = "quoted"'])(
    'keeps the text %j',
    (text) => {
      const { event } = read(written({ summary: text, description: text }));
      expect([event.summary, event.description]).toEqual([text, text]);
    },
  );

  it('leaves out what cannot stand in it', () => {
    expect(read(written({ summary: 'a\u0000\u0007b\r\nc' })).event.summary).toBe('ab\nc');
    expect(read(written({ summary: 'END:VEVENT\r\nBEGIN:VEVENT' })).event.summary).toContain('END:VEVENT');
  });

  it.each(['x'.repeat(500), '\u00e9'.repeat(300), '\u{1f3c5}'.repeat(200)])(
    'folds lines at 75 octets without tearing a character apart: %#',
    (text) => {
      const file = written({ summary: text });
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toContain('\ufffd');
      }
      expect(read(file).event.summary).toBe(text);
    },
  );

  it('ends every line, the last one too, with both characters', () => {
    const file = written({ description: 'a\nb' });
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
