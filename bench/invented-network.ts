/**
 * An invented network of partners, the same for the same size: sizes are heavy-tailed (most partners are small, a few
 * have tens of thousands of people), colleagues work in the same few fields, so that a fair share of partners holds
 * levels, and a few of everything that makes records not count is mixed in.
 */
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson, FactsRecord } from '../src/domain/facts/facts-document.ts';
import { requirementWalk } from '../src/domain/requirement-kinds/requirement-kinds.ts';
import {
  addDays,
  type Day,
  formatDay,
  formatMonth,
  type Month,
  monthOf,
  parseDay,
} from '../src/domain/time/day.ts';

/** Together these give about 77.5 records a partner. */
const RECORDS_PER_PERSON = 4.77;
const SMALLEST_PARTNER = 3;
const TAIL = 1.18;
const SEED = 20_180_601;
const FOCUS = [0, 0.1, 0.3, 0.8];
const ASSOCIATED = [0.2, 0.8, 0.95];
const LARGEST_PARTNER = 50_000;

export const FULL_NETWORK = 400_000;
/** The day on which benches ask. */
export const ASKED_ON = parseDay('2018-06-01')!;

/** Facts begin so many days before the day asked, and reach nearly as far beyond it. */
const DAYS_BEFORE = 1612;
const DAYS = 3000;

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

/** The skills that the options of each competency name. */
function fieldsOf(programme: Programme): readonly (readonly string[])[] {
  return programme.competencies
    .map(({ options }) => {
      const sets = options.flatMap(({ levels }) => levels.flatMap((level) => level.sets));
      return [...new Set(sets.flatMap((set) => requirementWalk.skills(set.requirement)))];
    })
    .filter((skills) => skills.length > 0);
}

class Inventor {
  private readonly random: () => number;
  private readonly fields: readonly (readonly string[])[];
  private readonly metrics: readonly string[];
  private readonly skills: readonly string[];
  private readonly tracks: readonly string[];
  private readonly programme: string;
  private readonly dates: readonly string[];
  /** The twelve complete months before the day asked. */
  private readonly months: readonly string[];
  private records = 0;
  /** Share of the records that are of the partner's fields; the others are of any skill of the programme. */
  private focus = 0;
  /** Share of the people who have associated their account. */
  private associated = 0;

  constructor(programme: Programme, asked: Day, seed: number) {
    this.random = randomFrom(seed);
    this.programme = programme.id;
    this.tracks = [...programme.tracks.keys()];
    this.dates = Array.from({ length: DAYS }, (_, day) => formatDay(addDays(asked, day - DAYS_BEFORE)));
    this.months = Array.from({ length: 12 }, (_, month) => {
      return formatMonth((monthOf(asked) - 12 + month) as Month);
    });
    this.fields = fieldsOf(programme);
    this.skills = [...programme.skills.keys()];
    this.metrics = [...programme.metrics.keys()];
  }

  partner(index: number): FactsDocument {
    const size = Math.floor(SMALLEST_PARTNER / (1 - this.random()) ** (1 / TAIL));
    return this.partnerOf(index, Math.min(LARGEST_PARTNER, size), this.one(FOCUS), this.one(ASSOCIATED));
  }

  partnerOf(index: number, size: number, focus: number, associated: number): FactsDocument {
    this.records = 0;
    this.focus = focus;
    this.associated = associated;
    const fields = Array.from({ length: 1 + this.below(3) }, () => this.one(this.fields));
    const market = this.chance(0.7) ? 'developed' : 'developing';
    const moved = this.chance(0.5) ? { movedFromPmcOn: this.date(1340, 300) } : {};
    const anniversary = this.chance(0.3) ? this.date(1612, 365) : null;
    const people = Array.from({ length: size }, (_, person) => this.person(index, person, fields));
    return {
      partner: { id: `partner-${index}`, market, country: 'FR', ...moved },
      people,
      metrics: this.metricValues(),
      ...(anniversary !== null && {
        memberships: [{ offer: 'silver', activeFrom: this.date(1200, 100), anniversary }],
      }),
      ...(this.tracks.length > 0 && {
        enrolments: [{ programme: this.programme, track: this.one(this.tracks) }],
      }),
      ...(this.chance(0.02) && { assets: [{ asset: 'audit', from: this.date(1000, 300), until: null }] }),
    };
  }

  private person(partner: number, person: number, fields: readonly (readonly string[])[]): FactsPerson {
    const account = `MCID-${partner}-${person}`;
    const field = this.one(fields);
    const count = Math.floor(this.random() * 2 * RECORDS_PER_PERSON + 0.5);
    const associated = this.chance(this.associated);
    return {
      id: `p${person}`,
      employedFrom: this.date(0, 1000),
      employedUntil: this.chance(0.1) ? this.date(1247, 700) : null,
      ...(person > 0 && this.chance(0.004) && { sameAs: `p${person - 1}` }),
      associations: associated
        ? [
            {
              accountId: account,
              provider: 'microsoft-learning',
              via: this.chance(0.2) ? 'pmc' : 'partner-center',
              from: this.date(0, 1200),
              until: null,
            },
          ]
        : [],
      records: Array.from({ length: count }, () => this.record(account, field)),
    };
  }

  private record(accountId: string, field: readonly string[]): FactsRecord {
    return {
      id: `r${this.records++}`,
      accountId,
      skill: this.one(this.chance(this.focus) ? field : this.skills),
      achievedOn: this.date(0, 1600),
      expiresOn: this.chance(0.3) ? this.date(1461, 900) : null,
      revokedOn: null,
      source: 'microsoft-learning',
      recordedAt: `${this.date(1096, 500)}T08:30:00Z`,
      voidedAt: this.chance(0.01) ? `${this.dates[DAYS_BEFORE - 31]}T00:00:00Z` : null,
    };
  }

  private metricValues() {
    return this.metrics
      .filter(() => this.chance(0.3))
      .flatMap((metric) => this.months.map((month) => ({ metric, month, value: this.below(20_000) })));
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  private one<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** A date from the `first` day of the facts on, and less than so many `days` later. */
  private date(first: number, days: number): string {
    return this.dates[first + this.below(days)]!;
  }
}

/** Facts documents of that many partners. */
export function* inventedNetwork(
  programme: Programme,
  partners: number,
  asked = ASKED_ON,
): Generator<FactsDocument, void, void> {
  const inventor = new Inventor(programme, asked, SEED);
  for (let index = 0; index < partners; index++) yield inventor.partner(index);
}

/** One partner of a given number of people, nearly all of whose records matter. */
export function inventedPartner(programme: Programme, people: number): FactsDocument {
  return new Inventor(programme, ASKED_ON, people).partnerOf(
    0,
    people,
    Math.max(...FOCUS),
    Math.max(...ASSOCIATED),
  );
}
