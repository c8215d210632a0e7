/** `competencies/<slug>.yaml`: one competency, its options, their levels and dated requirement sets. */
import type {
  AttainmentOption,
  Competency,
  Level,
  OptionLevel,
  RequirementSet,
  SourceReference,
} from '../domain/catalogue/catalogue.ts';
import { dayOf } from '../domain/time/day.ts';
import type { KnownIds } from './read-predicate.ts';
import type { ProgrammeFile } from './read-programme-file.ts';
import { readRequirement } from './read-requirement.ts';
import { type Cursor, entriesOf, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readDay, readKnown, readLocalText, readSource, readText } from './yaml-values.ts';

export type CompetencyContext = KnownIds & Pick<ProgrammeFile, 'areas'>;

export function readCompetencyFile(root: Cursor, slug: string, context: CompetencyContext): Competency {
  const fields = fieldsOf(root, ['competency', 'name', 'source'], ['area', 'notes', 'options']);
  const id = readText(fields.get('competency'));
  if (id !== '' && id !== slug) {
    report(fields.get('competency')!, `this file must say \`${slug}\`, like its name`);
  }
  const source = readSource(fields.get('source'));
  const area = fields.get('area');
  const notes = fields.get('notes');
  const options = fields.get('options');
  return {
    id,
    name: readLocalText(fields.get('name')),
    area: area === undefined ? null : readKnown(area, context.areas, 'area', '`areas` of programme.yaml'),
    options: options === undefined ? [] : readOptions(options, source, context),
    source,
    notes: notes === undefined ? [] : itemsOf(notes).map(readLocalText),
  };
}

function readOptions(
  cursor: Cursor,
  source: SourceReference,
  context: CompetencyContext,
): readonly AttainmentOption[] {
  const seen = new Set<string>();
  return itemsOf(cursor).map((item) => {
    const fields = fieldsOf(item, ['id', 'name', 'levels']);
    const id = readText(fields.get('id'));
    if (seen.has(id)) report(item, `option \`${id}\` is written twice; give each its own id`);
    seen.add(id);
    const levels = fields.get('levels');
    return {
      id,
      name: readLocalText(fields.get('name')),
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
  return {
    from: readDay(fields.get('from')) ?? dayOf(1970, 1, 1),
    until: readDay(fields.get('until')),
    source: own === undefined ? source : readSource(own),
    requirement: require === undefined ? { kind: 'all-of', of: [] } : readRequirement(require, context),
  };
}
