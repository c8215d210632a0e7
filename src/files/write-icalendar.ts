/** Days as an iCalendar file (RFC 5545), which calendars subscribe to. */

export interface CalendarFileEvent {
  /** Unique in the world, and the same as long as it is the same event. */
  readonly uid: string;
  /** `YYYY-MM-DD`: the event takes the whole day. */
  readonly on: string;
  readonly summary: string;
  readonly description: string | null;
  readonly category: string;
  readonly url: string;
}

export interface CalendarFile {
  readonly name: string;
  readonly language: string;
  /** What the events say is computed at this moment. */
  readonly writtenAt: Date;
  readonly events: readonly CalendarFileEvent[];
}

const MOST_OCTETS = 75;

/** The characters that have a meaning in a text; what cannot be printed is left out. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not stand in a calendar file
      .replace(/[\u0000-\u001f\u007f]/g, '')
  );
}

/** Lines are at most 75 octets long; a character is never torn apart. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function eventLines(
  { uid, on, summary, description, category, url }: CalendarFileEvent,
  at: string,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${at}`,
    `LAST-MODIFIED:${at}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === null ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `CATEGORIES:${escaped(category)}`,
    `URL:${url}`,
    // Whoever subscribes is not busy because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

export function writeICalendar({ name, language, writtenAt, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Jalon//Calendar//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...events.flatMap((event) => eventLines(event, instant(writtenAt))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
