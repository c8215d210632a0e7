/** `programme.yaml`: what the rest of the folder may refer to, and the policy of the programme. */
import type { Level, Metric, NamedThing, Programme, ValidityRule } from '../domain/catalogue/catalogue.ts';
import { readContacts } from './read-contacts.ts';
import { readReminders } from './read-reminders.ts';
import { readSharingLimits } from './read-sharing-limits.ts';
import { type Cursor, entriesOf, fieldsOf, itemsOf, report, scalarOf } from './yaml-cursor.ts';
import {
  readCount,
  readDay,
  readKnown,
  readLocalText,
  readOneOf,
  readText,
  readTexts,
} from './yaml-values.ts';

export type ProgrammeFile = Omit<Programme, 'competencies' | 'skills' | 'aliases' | 'membership'> & {
  /** Slugs of the competency files, in the order in which they are shown. */
  readonly competencyOrder: readonly { readonly slug: string; readonly cursor: Cursor }[];
};

const KINDS = [
  'revenue',
  'active-usage',
  'seats-deployed',
  'new-customers',
  'opportunities',
  'certified-people',
] as const;

/** `folderName` is the id by which the command line finds the programme; both must agree. */
export function readProgrammeFile(root: Cursor, folderName: string): ProgrammeFile {
  const fields = fieldsOf(
    root,
    [
      'programme',
      'name',
      'version',
      'levels',
      'recognised-sources',
      'retirement',
      'validity',
      'competencies',
    ],
    [
      'documented-until',
      'min-grade',
      'pmc-window-months',
      'reminders',
      'metrics',
      'assets',
      'association-types',
      'areas',
      'focus-areas',
      'tracks',
      'default-track',
      'qualification-window-months',
      'groups',
      'sharing-limits',
      'fiscal-year-starts',
      'report-attachments',
      'contacts',
    ],
  );
  const tracks = readNamedThings(fields.get('tracks'));
  const window = fields.get('qualification-window-months');
  const id = readText(fields.get('programme'));
  if (id !== '' && id !== folderName) {
    report(fields.get('programme')!, `the folder is called \`${folderName}\`; give both the same name`);
  }
  const levels = readLevels(fields.get('levels'));
  const groups = readNamedThings(fields.get('groups'));
  const competencyOrder = readCompetencyOrder(fields.get('competencies'));
  const known = {
    levels: new Set(levels.map((level) => level.id)),
    groups,
    competencies: new Set(competencyOrder.map(({ slug }) => slug)),
  };
  return {
    id,
    name: readLocalText(fields.get('name')),
    version: readText(fields.get('version')),
    levels,
    recognisedSources: readTexts(fields.get('recognised-sources')),
    minGrade: readCount(fields.get('min-grade'), 0),
    retirement: readRetirement(fields.get('retirement')),
    validity: readValidity(fields.get('validity')),
    pmcWindowMonths: readCount(fields.get('pmc-window-months'), 0),
    reminders: readReminders(fields.get('reminders')),
    documentedUntil: readDay(fields.get('documented-until')),
    metrics: readMetrics(fields.get('metrics')),
    assets: readNamedThings(fields.get('assets')),
    associationTypes: readNamedThings(fields.get('association-types')),
    areas: readNamedThings(fields.get('areas')),
    focusAreas: readNamedThings(fields.get('focus-areas')),
    tracks,
    defaultTrack: readDefaultTrack(root, fields.get('default-track'), tracks),
    qualificationWindowMonths: window === undefined ? null : readCount(window, 1),
    groups,
    sharingLimits: readSharingLimits(fields.get('sharing-limits'), known),
    fiscalYearStart: readMonthNumber(fields.get('fiscal-year-starts')),
    reportAttachments: readAllowed(fields.get('report-attachments')),
    contacts: readContacts(fields.get('contacts')),
    competencyOrder,
  };
}

/** Not allowed unless it says so. */
function readAllowed(cursor: Cursor | undefined): boolean {
  return readOneOf(cursor, ['allowed', 'not-allowed'], 'not-allowed') === 'allowed';
}

function readLevels(cursor: Cursor | undefined): readonly Level[] {
  if (cursor === undefined) return [];
  const ranks = new Set<number>();
  return entriesOf(cursor).map(({ key, value }) => {
    const fields = fieldsOf(value, ['rank', 'name']);
    const rank = readCount(fields.get('rank'), 0);
    if (ranks.has(rank)) report(value, `another level has rank ${rank}; give each level its own`);
    ranks.add(rank);
    return { id: key, name: readLocalText(fields.get('name')), rank };
  });
}

function readRetirement(cursor: Cursor | undefined): Programme['retirement'] {
  const fields =
    cursor === undefined ? undefined : fieldsOf(cursor, ['counts-for-months', 'listed-for-months']);
  return {
    countsForMonths: readCount(fields?.get('counts-for-months'), 0),
    listedForMonths: readCount(fields?.get('listed-for-months'), 0),
  };
}

/** Ordered from the oldest; only the first entry may lack its `from`. */
function readValidity(cursor: Cursor | undefined): readonly ValidityRule[] {
  if (cursor === undefined) return [];
  let previous: ValidityRule | null = null;
  return itemsOf(cursor).map((item) => {
    const fields = fieldsOf(item, ['years'], ['from', 'renewal-opens-days']);
    const opens = fields.get('renewal-opens-days');
    const rule: ValidityRule = {
      from: readDay(fields.get('from')),
      years: readCount(fields.get('years'), 1),
      ...(opens === undefined ? {} : { renewalOpensDays: readCount(opens, 1) }),
    };
    if (previous !== null && (rule.from === null || (previous.from ?? -Infinity) >= rule.from)) {
      report(item, 'validity rules go from the oldest to the newest, each with a later `from`');
    }
    previous = rule;
    return rule;
  });
}

/** Figures add up unless the programme says that they do not. */
function readAdds(cursor: Cursor | undefined): boolean {
  if (cursor === undefined) return true;
  const value = scalarOf(cursor);
  if (typeof value !== 'boolean') report(cursor, 'expected true or false');
  return value !== false;
}

function readMetrics(cursor: Cursor | undefined): ReadonlyMap<string, Metric> {
  const metrics = new Map<string, Metric>();
  for (const { key, value } of cursor === undefined ? [] : entriesOf(cursor)) {
    const fields = fieldsOf(value, ['name', 'kind', 'unit'], ['adds']);
    metrics.set(key, {
      id: key,
      name: readLocalText(fields.get('name')),
      kind: readOneOf(fields.get('kind'), KINDS, 'revenue'),
      unit: readLocalText(fields.get('unit')),
      adds: readAdds(fields.get('adds')),
    });
  }
  return metrics;
}

/** A month of the year; January when nothing is said. */
function readMonthNumber(cursor: Cursor | undefined): number {
  const month = readCount(cursor, 1);
  if (cursor !== undefined && month > 12) report(cursor, 'expected a month, 1 to 12');
  return month;
}

function readNamedThings(cursor: Cursor | undefined): ReadonlyMap<string, NamedThing> {
  const things = new Map<string, NamedThing>();
  for (const { key, value } of cursor === undefined ? [] : entriesOf(cursor)) {
    things.set(key, { id: key, name: readLocalText(value) });
  }
  return things;
}

function readDefaultTrack(
  root: Cursor,
  cursor: Cursor | undefined,
  tracks: Programme['tracks'],
): string | null {
  if (cursor !== undefined) return readKnown(cursor, tracks, 'track', '`tracks`');
  if (tracks.size > 0) report(root, '`default-track` is missing; say which of `tracks` it is');
  return null;
}

function readCompetencyOrder(cursor: Cursor | undefined): ProgrammeFile['competencyOrder'] {
  const seen = new Set<string>();
  return (cursor === undefined ? [] : itemsOf(cursor)).map((item) => {
    const slug = readText(item);
    if (seen.has(slug)) report(item, `competency \`${slug}\` is listed twice; keep one`);
    seen.add(slug);
    return { slug, cursor: item };
  });
}
