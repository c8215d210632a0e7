/**
 * An invented network of partners, the same for the same size: sizes are heavy-tailed (most partners are small, a
 * few have tens of thousands of people), and what people hold is drawn from the skills that rules name.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { requirementWalk } from '../src/domain/requirement-kinds/requirement-kinds.ts';
import { addDays, type Day, dayOf, formatDay, formatMonth, type Month } from '../src/domain/time/day.ts';

/** Records per person and people per partner that give about 77 records a partner. */
const RECORDS_PER_PERSON = 5;
const LARGEST_PARTNER = 20_000;
const TAIL = 1.18;
const SMALLEST_PARTNER = 3;

/** The twelve complete months before 2018-06-01, on which the bench evaluates. */
const LAST_MONTHS = Array.from({ length: 12 }, (_, index) => formatMonth((2017 * 12 + 5 + index) as Month));

/** Mulberry32: a small generator that gives the same numbers everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function namedSkills(programme: Programme): readonly string[] {
  const sets = programme.competencies.flatMap(({ options }) =>
    options.flatMap(({ levels }) => levels.flatMap((level) => level.sets)),
  );
  return [...new Set(sets.flatMap((set) => requirementWalk.skills(set.requirement)))];
}

function dateText(random: () => number, from: Day, days: number): string {
  return formatDay(addDays(from, Math.floor(random() * days)));
}

function partnerFacts(
  random: () => number,
  index: number,
  skills: readonly string[],
  metrics: readonly string[],
) {
  const size = Math.min(LARGEST_PARTNER, Math.floor(SMALLEST_PARTNER / (1 - random()) ** (1 / TAIL)));
  const start = dayOf(2014, 1, 1);
  // Colleagues work in the same fields: a partner draws from its own part of the skills.
  const field = Math.floor(random() * skills.length);
  const breadth = 8 + Math.floor(random() * 40);
  let record = 0;
  const people = Array.from({ length: size }, (_, person) => {
    const account = `MCID-${index}-${person}`;
    const left = random() < 0.1 ? dateText(random, dayOf(2017, 6, 1), 700) : null;
    const count = Math.floor(random() * 2 * RECORDS_PER_PERSON + 0.5);
    return {
      id: `p${person}`,
      employedFrom: dateText(random, start, 1000),
      employedUntil: left,
      associations: [
        {
          accountId: account,
          provider: 'microsoft-learning',
          via: random() < 0.2 ? 'pmc' : 'partner-center',
          from: dateText(random, start, 1200),
          until: null,
        },
      ],
      records: Array.from({ length: count }, () => ({
        id: `r${record++}`,
        accountId: account,
        skill: skills[(field + Math.floor(random() * breadth)) % skills.length],
        achievedOn: dateText(random, start, 1600),
        expiresOn: random() < 0.3 ? dateText(random, dayOf(2018, 1, 1), 900) : null,
        revokedOn: null,
        source: 'microsoft-learning',
        recordedAt: `${dateText(random, dayOf(2017, 1, 1), 500)}T08:30:00Z`,
        voidedAt: random() < 0.01 ? '2018-05-01T00:00:00Z' : null,
      })),
    };
  });
  const values = metrics
    .filter(() => random() < 0.3)
    .flatMap((metric) =>
      LAST_MONTHS.map((month) => ({ metric, month, value: Math.floor(random() * 20_000) })),
    );
  const market = random() < 0.7 ? 'developed' : 'developing';
  const moved = random() < 0.5 ? { movedFromPmcOn: dateText(random, dayOf(2017, 9, 1), 300) } : {};
  return { partner: { id: `partner-${index}`, market, country: 'FR', ...moved }, people, metrics: values };
}

export interface NetworkSize {
  readonly partners: number;
  readonly people: number;
  readonly records: number;
  readonly bytes: number;
}

/** Writes one facts document a line. */
export async function writeNetwork(
  file: string,
  partners: number,
  programme: Programme,
): Promise<NetworkSize> {
  const random = randomFrom(20_180_601);
  const skills = namedSkills(programme);
  const metrics = [...programme.metrics.keys()];
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  let people = 0;
  let records = 0;
  let bytes = 0;
  for (let index = 0; index < partners; index++) {
    const document = partnerFacts(random, index, skills, metrics);
    const line = `${JSON.stringify(document)}\n`;
    people += document.people.length;
    for (const person of document.people) records += person.records.length;
    bytes += line.length;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { partners, people, records, bytes };
}
