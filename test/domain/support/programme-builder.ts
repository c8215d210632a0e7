/** Small programmes written by hand, for tests of the rules themselves. */
import type {
  AttainmentOption,
  Competency,
  PeopleMetric,
  PeopleRequirement,
  PerformanceRequirement,
  Predicate,
  Programme,
  Requirement,
  ScoreMetric,
  ScoreRequirement,
  ScoreStep,
  Skill,
  UnitsMetric,
} from '../../../src/domain/catalogue/catalogue.ts';
import { type Day, parseDay } from '../../../src/domain/time/day.ts';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a date: ${text}`);
  return parsed;
}

export function holds(skill: string): Predicate {
  return { kind: 'holds', skill };
}

function predicate(of: string | Predicate): Predicate {
  return typeof of === 'string' ? holds(of) : of;
}

export function anyOf(...of: readonly (string | Predicate)[]): Predicate {
  return { kind: 'any-of', focus: null, of: of.map(predicate) };
}

export function allOf(...of: readonly (string | Predicate)[]): Predicate {
  return { kind: 'all-of', focus: null, of: of.map(predicate) };
}

export function people(
  count: number,
  holder: string | Predicate,
  more: Partial<Pick<PeopleRequirement, 'ofWhich' | 'group' | 'overlap'>> = {},
): PeopleRequirement {
  return {
    kind: 'people',
    count,
    holds: predicate(holder),
    ofWhich: [],
    group: null,
    overlap: 'distinct',
    ...more,
  };
}

export function ofWhich(count: number, also: string | Predicate): { count: number; alsoHolds: Predicate } {
  return { count, alsoHolds: predicate(also) };
}

export function performance(
  metric: string,
  min: number,
  more: Partial<Omit<PerformanceRequirement, 'kind' | 'metric' | 'min'>> = {},
): PerformanceRequirement {
  return {
    kind: 'performance',
    metric,
    min,
    window: 'trailing-12-months',
    measure: 'sum',
    market: null,
    associations: null,
    averagePerMonth: null,
    ...more,
  };
}

export function both(figure: number): { developed: number; developing: number } {
  return { developed: figure, developing: figure };
}

export function score(
  threshold: number,
  metrics: readonly ScoreMetric[],
  more: Partial<Pick<ScoreRequirement, 'below' | 'everyMetricPositive'>> = {},
): ScoreRequirement {
  return { kind: 'score', threshold, below: null, everyMetricPositive: false, metrics, ...more };
}

/** `max × units ÷ unitsForMax` points of one metric. */
export function units(
  metric: string,
  max: number,
  unitsForMax: number,
  more: Partial<Omit<UnitsMetric, 'kind' | 'metric' | 'max'>> = {},
): UnitsMetric {
  const inputs = [{ metric, associations: null, unitsForMax: both(unitsForMax) }];
  return { kind: 'units', metric, max, combine: 'sum', unit: null, inputs, base: null, ...more };
}

/** A step that earns `each` points a person, or nothing. */
export function step(
  need: number,
  holder: string | Predicate,
  {
    each = null,
    gate = false,
    cap = null,
  }: Partial<Record<'each' | 'cap', number | null>> & { gate?: boolean },
): ScoreStep {
  const earns = each === null ? null : { points: each, people: both(1), cap };
  return { need, gate, holds: predicate(holder), earns };
}

export function steps(metric: string, max: number, ...list: readonly ScoreStep[]): PeopleMetric {
  return { kind: 'people', metric, max, steps: list };
}

export function all(...of: readonly Requirement[]): Requirement {
  return { kind: 'all-of', of };
}

export function any(...of: readonly Requirement[]): Requirement {
  return { kind: 'any-of', of };
}

const SOURCE = { text: 'written for a test', confidence: 'high' } as const;

export function option(id: string, levels: Readonly<Record<string, Requirement>>): AttainmentOption {
  return {
    id,
    name: { en: id, fr: id },
    track: null,
    levels: Object.entries(levels).map(([level, requirement]) => ({
      level,
      sets: [{ from: day('2017-07-01'), until: null, source: SOURCE, requirement }],
    })),
  };
}

export function competency(id: string, ...options: readonly AttainmentOption[]): Competency {
  return {
    id,
    name: { en: id, fr: id },
    area: null,
    options,
    tracks: null,
    prerequisites: null,
    source: SOURCE,
    notes: [],
  };
}

function skill(id: string, more: Partial<Skill> = {}): Skill {
  const kind = id.startsWith('cert:') ? 'certification' : id.startsWith('external:') ? 'external' : 'exam';
  return {
    id,
    kind,
    code: id.slice(id.indexOf(':') + 1),
    title: id,
    provider: null,
    retiredOn: null,
    retiredBefore: null,
    replacedBy: [],
    prerequisites: [],
    validity: 'none',
    source: SOURCE.text,
    ...more,
  };
}

function named(id: string): { id: string; name: { en: string; fr: string } } {
  return { id, name: { en: id, fr: id } };
}

/** Exams `exam:a` to `exam:h`, one that retires, a role-based certification, and an external item. */
const SKILLS: readonly Skill[] = [
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => skill(`exam:${letter}`)),
  skill('exam:retiring', { retiredOn: day('2017-12-31') }),
  skill('cert:role-based', { validity: 'role-based' }),
  skill('external:scrum'),
];

export function programme(competencies: readonly Competency[], more: Partial<Programme> = {}): Programme {
  return {
    id: 'test-programme',
    name: { en: 'Test', fr: 'Test' },
    version: '1',
    levels: ['base', 'silver', 'gold'].map((id, rank) => ({ ...named(id), rank })),
    recognisedSources: ['microsoft-learning', 'partner-university'],
    minGrade: 0,
    retirement: { countsForMonths: 12, listedForMonths: 12 },
    validity: [
      { from: null, years: 2 },
      { from: day('2021-06-30'), years: 1 },
    ],
    pmcWindowMonths: 6,
    reminders: { certificates: [90, 60, 30, 7], overrides: [90, 30, 7], pmcWindow: [90, 30, 7] },
    documentedUntil: null,
    tracks: new Map(),
    defaultTrack: null,
    qualificationWindowMonths: null,
    competencies,
    skills: new Map(SKILLS.map((entry) => [entry.id, entry])),
    aliases: new Map([['exam:a-old', 'exam:a']]),
    metrics: new Map(
      ['sales', 'seats', 'base'].map((id) => [
        id,
        { ...named(id), kind: 'revenue', unit: { en: 'USD', fr: 'USD' }, adds: true } as const,
      ]),
    ),
    areas: new Map(),
    focusAreas: new Map(),
    assets: new Map([['audit', named('audit')]]),
    associationTypes: new Map(['reseller', 'adviser'].map((id) => [id, named(id)])),
    groups: new Map(),
    sharingLimits: [],
    fiscalYearStart: 7,
    reportAttachments: false,
    contacts: [],
    membership: null,
    ...more,
  };
}

/** A programme with one competency `skilled`, one option `only` and one level `gold`. */
export function goldFor(requirement: Requirement, more: Partial<Programme> = {}): Programme {
  return programme([competency('skilled', option('only', { gold: requirement }))], more);
}
