/** Certificates that expire and skills that are retired, as far as they count for the company. */
import { addMonths, type Day, formatDay } from '../time/day.ts';
import type { CalendarEvent, CertificatesEvent } from './calendar-event.ts';

/** A record that counts today. */
export interface CountingRecord {
  readonly recordId: string;
  readonly person: string;
  readonly skill: string;
  readonly title: string;
  /** The last day on which it counts. */
  readonly expiresOn: Day | null;
  readonly retiredOn: Day | null;
}

/** One event a day: a large company has thousands of certificates. */
export function certificateExpiries(records: readonly CountingRecord[]): readonly CalendarEvent[] {
  const days = new Map<Day, CertificatesEvent['certificates'][number][]>();
  for (const { expiresOn, person, title } of records) {
    if (expiresOn === null) continue;
    const certificates = days.get(expiresOn) ?? [];
    certificates.push({ person, title });
    days.set(expiresOn, certificates);
  }
  return [...days].map(([on, certificates]) => ({
    kind: 'certificates-expire',
    id: `certificates-expire ${formatDay(on)}`,
    on,
    certificates,
  }));
}

/** @param countsForMonths so long a record of a retired skill still counts */
export function retirements(
  records: readonly CountingRecord[],
  countsForMonths: number,
): readonly CalendarEvent[] {
  const skills = new Map<string, { title: string; retiredOn: Day; people: Set<string> }>();
  for (const { skill, title, retiredOn, person } of records) {
    if (retiredOn === null) continue;
    const found = skills.get(skill) ?? { title, retiredOn, people: new Set() };
    found.people.add(person);
    skills.set(skill, found);
  }
  return [...skills].flatMap(([skill, { title, retiredOn, people }]): CalendarEvent[] => {
    const lastDay = addMonths(retiredOn, countsForMonths);
    const about = { title, lastDay, people: people.size };
    return [
      { ...about, kind: 'skill-retires', id: `skill-retires ${skill}`, on: retiredOn },
      { ...about, kind: 'retired-skill-ends', id: `retired-skill-ends ${skill}`, on: lastDay },
    ];
  });
}
