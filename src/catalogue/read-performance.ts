/** A performance requirement: a metric, its threshold, the window over which it is measured, and what counts. */
import type { Market, PerformanceRequirement } from '../domain/catalogue/catalogue.ts';
import type { KnownIds } from './read-predicate.ts';
import { type Cursor, fieldsOf, itemsOf } from './yaml-cursor.ts';
import { readKnown, readOneOf, readPositive } from './yaml-values.ts';

const MARKETS: readonly Market[] = ['developed', 'developing'];

const WINDOWS = [
  'trailing-12-months',
  'last-month',
  'anniversary-year',
  'fiscal-year',
  'year-over-year',
] as const;

const MEASURES = ['sum', 'count'] as const;

export function readPerformance(cursor: Cursor, known: KnownIds): PerformanceRequirement {
  const fields = fieldsOf(
    cursor,
    ['performance', 'min', 'window'],
    ['market', 'average-per-month', 'associations', 'measure'],
  );
  const market = fields.get('market');
  const average = fields.get('average-per-month');
  const associations = fields.get('associations');
  return {
    kind: 'performance',
    metric: readKnown(fields.get('performance'), known.metrics, 'metric', '`metrics` of programme.yaml'),
    min: readPositive(fields.get('min')),
    window: readOneOf(fields.get('window'), WINDOWS, 'trailing-12-months'),
    measure: readOneOf(fields.get('measure'), MEASURES, 'sum'),
    market: market === undefined ? null : readOneOf<Market>(market, MARKETS, 'developed'),
    associations:
      associations === undefined
        ? null
        : itemsOf(associations).map((item) =>
            readKnown(
              item,
              known.associationTypes,
              'association type',
              '`association-types` of programme.yaml',
            ),
          ),
    averagePerMonth: average === undefined ? null : readPositive(average),
  };
}
