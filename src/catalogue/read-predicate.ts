/** What one person must hold: a skill id, or `any-of` / `all-of` over skill ids and further predicates. */
import type { Predicate, Programme } from '../domain/catalogue/catalogue.ts';
import type { ProgrammeFile } from './read-programme-file.ts';
import { type Cursor, fieldsOf, isMapping, itemsOf, report } from './yaml-cursor.ts';
import { readKnown, readText } from './yaml-values.ts';

/** What a rule may name. */
export type KnownIds = Pick<
  Programme,
  'skills' | 'aliases' | 'metrics' | 'assets' | 'associationTypes' | 'focusAreas' | 'groups' | 'levels'
> &
  Pick<ProgrammeFile, 'competencyOrder'>;

const UNREADABLE: Predicate = { kind: 'all-of', focus: null, of: [] };

export function readPredicate(cursor: Cursor | undefined, known: KnownIds): Predicate {
  if (cursor === undefined) return UNREADABLE;
  if (!isMapping(cursor)) return { kind: 'holds', skill: readSkillId(cursor, known) };
  const fields = fieldsOf(cursor, [], ['focus', 'any-of', 'all-of']);
  const kind = fields.has('any-of') ? 'any-of' : 'all-of';
  const list = fields.get(kind);
  if (list === undefined || (fields.has('any-of') && fields.has('all-of'))) {
    report(cursor, 'expected exactly one of `any-of` and `all-of`');
    return UNREADABLE;
  }
  const focus = fields.get('focus');
  const of = itemsOf(list).map((item) => readPredicate(item, known));
  if (of.length === 0) report(cursor, `\`${kind}\` needs at least one skill`);
  return {
    kind,
    focus:
      focus === undefined
        ? null
        : readKnown(focus, known.focusAreas, 'focus area', '`focus-areas` of programme.yaml'),
    of,
  };
}

function readSkillId(cursor: Cursor, known: KnownIds): string {
  const id = readText(cursor);
  const canonical = known.aliases.get(id);
  if (canonical !== undefined) report(cursor, `\`${id}\` is an alias; rules name \`${canonical}\``);
  else if (id !== '' && !known.skills.has(id)) {
    report(cursor, `unknown skill \`${id}\`; add it to skills.yaml or correct the id`);
  }
  return id;
}
