/** `score: 70` with its metrics: points from reported units, from people step by step, and from growth. */
import type {
  ByMarket,
  GrowthMetric,
  LocalText,
  PeopleMetric,
  ScoreBase,
  ScoreInput,
  ScoreMetric,
  ScoreRequirement,
  ScoreStep,
  UnitsMetric,
} from '../domain/catalogue/catalogue.ts';
import { dayOf } from '../domain/time/day.ts';
import { type KnownIds, readPredicate } from './read-predicate.ts';
import { type Cursor, fieldsOf, isMapping, itemsOf, report, scalarOf } from './yaml-cursor.ts';
import { readCount, readDay, readKnown, readLocalText } from './yaml-values.ts';

export function readScore(cursor: Cursor, known: KnownIds): ScoreRequirement {
  const fields = fieldsOf(cursor, ['score', 'metrics'], ['below', 'every-metric-positive']);
  const list = fields.get('metrics');
  const metrics = list === undefined ? [] : itemsOf(list).map((item) => readMetric(item, known));
  const below = fields.get('below');
  const threshold = readCount(fields.get('score'), 1);
  const most = metrics.reduce((sum, { max }) => sum + max, 0);
  if (threshold > most) report(cursor, `all metrics together give ${most} points, less than \`score\``);
  const names = metrics.map(({ metric }) => metric);
  if (new Set(names).size < names.length) report(cursor, 'a metric is scored twice; put its inputs together');
  const limit = below === undefined ? null : readCount(below, 1);
  if (limit !== null && limit <= threshold) report(cursor, '`below` must be more than `score`');
  return {
    kind: 'score',
    threshold,
    below: limit,
    everyMetricPositive: readFlag(fields.get('every-metric-positive')),
    metrics,
  };
}

function readFlag(cursor: Cursor | undefined): boolean {
  if (cursor === undefined) return false;
  const value = scalarOf(cursor);
  if (typeof value !== 'boolean') report(cursor, 'expected true or false');
  return value === true;
}

/** One number for every market, or one for each. */
function readByMarket(cursor: Cursor | undefined): ByMarket {
  if (cursor === undefined || !isMapping(cursor)) {
    const figure = readCount(cursor, 1);
    return { developed: figure, developing: figure };
  }
  const fields = fieldsOf(cursor, ['developed', 'developing']);
  return {
    developed: readCount(fields.get('developed'), 1),
    developing: readCount(fields.get('developing'), 1),
  };
}

function readMetricId(cursor: Cursor | undefined, known: KnownIds): string {
  return readKnown(cursor, known.metrics, 'metric', '`metrics` of programme.yaml');
}

function readAssociations(cursor: Cursor | undefined, known: KnownIds): readonly string[] | null {
  if (cursor === undefined) return null;
  return itemsOf(cursor).map((item) =>
    readKnown(item, known.associationTypes, 'association type', '`association-types` of programme.yaml'),
  );
}

const METRIC_KEYS = [
  'units-for-max',
  'associations',
  'unit',
  'base',
  'sum-of',
  'best-of',
  'holds',
  'people-for-max',
  'steps',
  'growth',
] as const;
type MetricKey = (typeof METRIC_KEYS)[number];
type MetricFields = ReadonlyMap<'metric' | 'max' | MetricKey, Cursor>;

/** Which further keys a metric of each make may have. */
const MAKES: readonly { readonly key: MetricKey; readonly with: readonly MetricKey[] }[] = [
  { key: 'growth', with: ['holds'] },
  { key: 'steps', with: [] },
  { key: 'people-for-max', with: ['holds'] },
  { key: 'sum-of', with: ['unit', 'base'] },
  { key: 'best-of', with: ['unit', 'base'] },
  { key: 'units-for-max', with: ['associations', 'unit', 'base'] },
];

function readMetric(cursor: Cursor, known: KnownIds): ScoreMetric {
  const fields: MetricFields = fieldsOf(cursor, ['metric', 'max'], METRIC_KEYS);
  const made = MAKES.find(({ key }) => fields.has(key));
  const base = { metric: readMetricId(fields.get('metric'), known), max: readCount(fields.get('max'), 1) };
  if (made === undefined) {
    report(cursor, `expected one of: ${MAKES.map(({ key }) => key).join(', ')}`);
    return { kind: 'people', ...base, steps: [] };
  }
  for (const key of METRIC_KEYS) {
    if (!fields.has(key) || key === made.key || made.with.includes(key)) continue;
    report(fields.get(key)!, `\`${key}\` does not go together with \`${made.key}\``);
  }
  switch (made.key) {
    case 'growth':
      return readGrowth(fields, base, known);
    case 'steps':
    case 'people-for-max':
      return readPeople(cursor, fields, base, known);
    default:
      return readUnits(fields, base, known);
  }
}

type Base = Pick<ScoreMetric, 'metric' | 'max'>;

function readUnits(fields: MetricFields, base: Base, known: KnownIds): UnitsMetric {
  const best = fields.get('best-of');
  const several = best ?? fields.get('sum-of');
  const own = { metric: base.metric, associations: readAssociations(fields.get('associations'), known) };
  const inputs =
    several === undefined
      ? [{ ...own, unitsForMax: readByMarket(fields.get('units-for-max')) }]
      : itemsOf(several).map((item): ScoreInput => {
          const input = fieldsOf(item, ['units-for-max'], ['metric', 'associations']);
          const metric = input.get('metric');
          return {
            metric: metric === undefined ? base.metric : readMetricId(metric, known),
            associations: readAssociations(input.get('associations'), known),
            unitsForMax: readByMarket(input.get('units-for-max')),
          };
        });
  const asked = fields.get('base');
  return {
    kind: 'units',
    ...base,
    combine: best === undefined ? 'sum' : 'best',
    unit: readUnit(fields.get('unit')),
    inputs,
    base: asked === undefined ? null : readBase(asked, known),
  };
}

function readBase(cursor: Cursor, known: KnownIds): ScoreBase {
  const fields = fieldsOf(cursor, ['metric', 'min'], ['unit']);
  return {
    metric: readMetricId(fields.get('metric'), known),
    min: readByMarket(fields.get('min')),
    unit: readUnit(fields.get('unit')),
  };
}

function readUnit(cursor: Cursor | undefined): LocalText | null {
  return cursor === undefined ? null : readLocalText(cursor);
}

/** With `people-for-max` alone there is one step, in which everybody who holds it earns the same share. */
function readPeople(cursor: Cursor, fields: MetricFields, base: Base, known: KnownIds): PeopleMetric {
  const list = fields.get('steps');
  if (list !== undefined) {
    const steps = itemsOf(list).map((item) => readStep(item, base.max, known));
    if (!steps.some(({ earns }) => earns !== null)) report(list, 'no step earns points; give one `each`');
    return { kind: 'people', ...base, steps };
  }
  if (!fields.has('holds')) report(cursor, '`holds` is missing');
  const share = { points: base.max, people: readByMarket(fields.get('people-for-max')), cap: null };
  const holds = readPredicate(fields.get('holds'), known);
  return { kind: 'people', ...base, steps: [{ need: 1, gate: false, holds, earns: share }] };
}

function readStep(cursor: Cursor, max: number, known: KnownIds): ScoreStep {
  const fields = fieldsOf(cursor, ['people', 'holds'], ['gate', 'each', 'people-for-max', 'cap']);
  const each = fields.get('each');
  const share = fields.get('people-for-max');
  const cap = fields.get('cap');
  if (each !== undefined && share !== undefined) {
    report(cursor, '`each` and `people-for-max` say the same; keep one');
  }
  if (cap !== undefined && each === undefined) report(cap, '`cap` needs `each`');
  const people = each === undefined ? readByMarket(share) : { developed: 1, developing: 1 };
  const points = each === undefined ? max : readCount(each, 1);
  const earns = each === undefined && share === undefined ? null : { points, people };
  return {
    need: readCount(fields.get('people'), 1),
    gate: readFlag(fields.get('gate')),
    holds: readPredicate(fields.get('holds'), known),
    earns: earns === null ? null : { ...earns, cap: cap === undefined ? null : readCount(cap, 1) },
  };
}

function readGrowth(fields: MetricFields, base: Base, known: KnownIds): GrowthMetric {
  const growth = fieldsOf(fields.get('growth')!, ['since', 'bands'], ['reached']);
  const bands = growth.get('bands');
  const reached = growth.get('reached');
  const way = reached === undefined ? undefined : fieldsOf(reached, ['people', 'for-months']);
  if (!fields.has('holds')) report(fields.get('growth')!, '`holds` is missing beside `growth`');
  return {
    kind: 'growth',
    ...base,
    holds: readPredicate(fields.get('holds'), known),
    since: readDay(growth.get('since')) ?? dayOf(1970, 1, 1),
    bands: (bands === undefined ? [] : itemsOf(bands)).map((item) => {
      const band = fieldsOf(item, ['from', 'to', 'percent']);
      return {
        from: readByMarket(band.get('from')),
        to: readByMarket(band.get('to')),
        percent: readCount(band.get('percent'), 1),
      };
    }),
    reached:
      way === undefined
        ? null
        : { people: readByMarket(way.get('people')), forMonths: readCount(way.get('for-months'), 1) },
  };
}
