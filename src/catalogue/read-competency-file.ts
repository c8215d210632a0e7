/** `competencies/<slug>.yaml`: one competency, its options, their levels and dated requirement sets. */
import type {
  AttainmentOption,
  Competency,
  Level,
  OptionLevel,
  Prerequisites,
  Requirement,
  RequirementSet,
  SourceReference,
} from '../domain/catalogue/catalogue.ts';
import { MOST_PREDICATES } from '../domain/evaluation/compile-option.ts';
import { requirementWalk } from '../domain/requirement-kinds/requirement-kinds.ts';
import { dayOf } from '../domain/time/day.ts';
import type { KnownIds } from './read-predicate.ts';
import type { ProgrammeFile } from './read-programme-file.ts';
import { readRequirement } from './read-requirement.ts';
import { type Cursor, entriesOf, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readDay, readKnown, readLocalText, readOneOf, readSource, readText } from './yaml-values.ts';

export type CompetencyContext = KnownIds &
  Pick<ProgrammeFile, 'levels' | 'areas' | 'tracks' | 'competencyOrder'>;

export function readCompetencyFile(root: Cursor, slug: string, context: CompetencyContext): Competency {
  const fields = fieldsOf(
    root,
    ['competency', 'name', 'source'],
    ['area', 'notes', 'options', 'tracks', 'prerequisites'],
  );
  const id = readText(fields.get('competency'));
  if (id !== '' && id !== slug) {
    report(fields.get('competency')!, `this file must say \`${slug}\`, like its name`);
  }
  const source = readSource(fields.get('source'));
  const area = fields.get('area');
  const notes = fields.get('notes');
  const list = fields.get('options');
  const prerequisites = fields.get('prerequisites');
  const options = list === undefined ? [] : readOptions(list, source, context);
  return {
    id,
    name: readLocalText(fields.get('name')),
    area: area === undefined ? null : readKnown(area, context.areas, 'area', '`areas` of programme.yaml'),
    options,
    tracks: readTracks(root, fields.get('tracks'), options),
    prerequisites:
      prerequisites === undefined ? null : readPrerequisites(prerequisites, options, context.competencyOrder),
    source,
    notes: notes === undefined ? [] : itemsOf(notes).map(readLocalText),
  };
}

/** Whether the partner has one of the options with a track, or all of them. */
function readTracks(
  root: Cursor,
  cursor: Cursor | undefined,
  options: readonly AttainmentOption[],
): Competency['tracks'] {
  const tracked = options.some(({ track }) => track !== null);
  if (cursor === undefined) {
    if (tracked) report(root, '`tracks` is missing: `assigned` or `both`');
    return null;
  }
  if (!tracked) report(cursor, 'no option has a `track`; take `tracks` away');
  return readOneOf<'assigned' | 'both'>(cursor, ['assigned', 'both'], 'both');
}

/** Only a competency without rules has them in words: rules say themselves what must be there before. */
function readPrerequisites(
  cursor: Cursor,
  options: readonly AttainmentOption[],
  order: ProgrammeFile['competencyOrder'],
): Prerequisites {
  if (options.length > 0) report(cursor, '`prerequisites` are for competencies without `options`');
  const fields = fieldsOf(cursor, ['any-of', 'validation']);
  const known = new Set(order.map(({ slug }) => slug));
  const list = fields.get('any-of');
  const anyOf = list === undefined ? [] : itemsOf(list);
  return {
    anyOf: anyOf.map((item) => readKnown(item, known, 'competency', '`competencies` of programme.yaml')),
    validation: readLocalText(fields.get('validation')),
  };
}

function readOptions(
  cursor: Cursor,
  source: SourceReference,
  context: CompetencyContext,
): readonly AttainmentOption[] {
  const seen = new Set<string | null>();
  return itemsOf(cursor).map((item) => {
    const fields = fieldsOf(item, ['name', 'levels'], ['id', 'track']);
    const id = fields.has('id') ? readText(fields.get('id')) : null;
    if (seen.has(id)) report(item, `option \`${id}\` is written twice; give each its own id`);
    seen.add(id);
    const levels = fields.get('levels');
    const track = fields.get('track');
    return {
      id,
      name: readLocalText(fields.get('name')),
      track:
        track === undefined ? null : readKnown(track, context.tracks, 'track', '`tracks` of programme.yaml'),
      levels: levels === undefined ? [] : readLevels(levels, source, context),
    };
  });
}

function readLevels(
  cursor: Cursor,
  source: SourceReference,
  context: CompetencyContext,
): readonly OptionLevel[] {
  const known = new Map<string, Level>(context.levels.map((level) => [level.id, level]));
  return entriesOf(cursor).map(({ key, keyCursor, value }) => {
    if (!known.has(key))
      report(keyCursor, `unknown level \`${key}\`; the levels are ${[...known.keys()].join(', ')}`);
    const items = itemsOf(value);
    const sets = items.map((item) => readRequirementSet(item, source, context));
    if (sets.length === 0) report(keyCursor, 'a level needs at least one dated requirement set');
    items.forEach((item, index) => {
      reportOverlap(item, sets[index - 1], sets[index]!);
    });
    return { level: key, sets };
  });
}

/** Sets are written from the oldest to the newest, and two of them are never in force on one day. */
function reportOverlap(cursor: Cursor, previous: RequirementSet | undefined, current: RequirementSet): void {
  if (current.until !== null && current.until <= current.from) {
    report(cursor, '`until` must be later than `from`');
  }
  if (previous !== undefined && (previous.until === null || previous.until > current.from)) {
    report(cursor, 'this set overlaps the one before; end that one with `until` on or before this `from`');
  }
}

function readRequirementSet(
  cursor: Cursor,
  source: SourceReference,
  context: CompetencyContext,
): RequirementSet {
  const fields = fieldsOf(cursor, ['from', 'require'], ['until', 'source']);
  const own = fields.get('source');
  const require = fields.get('require');
  const requirement: Requirement =
    require === undefined ? { kind: 'all-of', of: [] } : readRequirement(require, context);
  if (require !== undefined && mostGroups(requirement) > MOST_PREDICATES) {
    report(
      require,
      `more than ${MOST_PREDICATES} groups of different people in one option cannot be counted`,
    );
  }
  return {
    from: readDay(fields.get('from')) ?? dayOf(1970, 1, 1),
    until: readDay(fields.get('until')),
    source: own === undefined ? source : readSource(own),
    requirement,
  };
}

/** Groups, of-whiches included, whose people must all be different, in the fullest way to satisfy a requirement. */
function mostGroups(requirement: Requirement): number {
  const ways = requirementWalk.alternatives(requirement).map((leaves) =>
    leaves.reduce((sum, leaf) => {
      const counts = leaf.kind === 'people' && leaf.overlap === 'distinct';
      return counts ? sum + 1 + leaf.ofWhich.length : sum;
    }, 0),
  );
  return Math.max(0, ...ways);
}
