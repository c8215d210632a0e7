/** `attained`: a list of competencies and levels, one of which the company must have attained. */
import type { AttainedRequirement } from '../domain/catalogue/catalogue.ts';
import type { KnownIds } from './read-predicate.ts';
import { type Cursor, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readKnown } from './yaml-values.ts';

export function readAttained(cursor: Cursor, known: KnownIds): AttainedRequirement {
  const list = fieldsOf(cursor, ['attained']).get('attained');
  const items = list === undefined ? [] : itemsOf(list);
  if (items.length === 0) report(cursor, '`attained` needs at least one competency and level');
  const levels = new Set(known.levels.map((level) => level.id));
  const competencies = new Set(known.competencyOrder.map(({ slug }) => slug));
  return {
    kind: 'attained',
    anyOf: items.map((item) => {
      const fields = fieldsOf(item, ['competency', 'level']);
      return {
        competency: readKnown(
          fields.get('competency'),
          competencies,
          'competency',
          '`competencies` of programme.yaml',
        ),
        level: readKnown(fields.get('level'), levels, 'level', '`levels` of programme.yaml'),
      };
    }),
  };
}
