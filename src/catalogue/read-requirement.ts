/** The requirement tree of a rule: company-level branches, people, performance and assets. */
import type { OfWhich, PeopleRequirement, Requirement } from '../domain/catalogue/catalogue.ts';
import { readAttained } from './read-attained.ts';
import { readPercentOfStaff } from './read-percent-of-staff.ts';
import { readPerformance } from './read-performance.ts';
import { type KnownIds, readPredicate } from './read-predicate.ts';
import { readScore } from './read-score.ts';
import { type Cursor, entriesOf, fieldsOf, isMapping, itemsOf, report } from './yaml-cursor.ts';
import { readCount, readKnown, readOneOf, readText } from './yaml-values.ts';

type KindReader = (cursor: Cursor, known: KnownIds) => Requirement;

/** By the key that tells the kind; every kind of the domain has exactly one. */
const READERS: Readonly<Record<Requirement['kind'], KindReader>> = {
  'all-of': (cursor, known) => ({ kind: 'all-of', of: readBranches(cursor, 'all-of', known) }),
  'any-of': (cursor, known) => ({ kind: 'any-of', of: readBranches(cursor, 'any-of', known) }),
  people: readPeople,
  performance: readPerformance,
  asset: (cursor, known) => ({
    kind: 'asset',
    asset: readKnown(
      fieldsOf(cursor, ['asset']).get('asset'),
      known.assets,
      'asset',
      '`assets` of programme.yaml',
    ),
  }),
  score: readScore,
  'asset-count': readAssetCount,
  'percent-of-staff': readPercentOfStaff,
  attained: readAttained,
};

const KINDS = Object.keys(READERS) as readonly Requirement['kind'][];

/** Stands in for what cannot be read; it never leaves the room, because a problem was reported. */
const UNREADABLE: Requirement = { kind: 'all-of', of: [] };

export function readRequirement(cursor: Cursor, known: KnownIds): Requirement {
  const keys = isMapping(cursor) ? entriesOf(cursor).map(({ key }) => key) : [];
  // The list of an asset count is called like the choice between requirements.
  const kinds = KINDS.filter(
    (kind) => keys.includes(kind) && !(kind === 'any-of' && keys.includes('asset-count')),
  );
  if (kinds.length !== 1) {
    report(cursor, `expected a requirement with exactly one of: ${KINDS.join(', ')}`);
    return UNREADABLE;
  }
  return READERS[kinds[0]!](cursor, known);
}

function readAssetCount(cursor: Cursor, known: KnownIds): Requirement {
  const fields = fieldsOf(cursor, ['asset-count', 'any-of']);
  const count = readCount(fields.get('asset-count'), 1);
  const list = fields.get('any-of');
  const anyOf = (list === undefined ? [] : itemsOf(list)).map((item) =>
    readKnown(item, known.assets, 'asset', '`assets` of programme.yaml'),
  );
  if (list !== undefined) {
    const different = new Set(anyOf);
    for (const asset of different) {
      if (anyOf.indexOf(asset) !== anyOf.lastIndexOf(asset))
        report(list, `\`${asset}\` is named twice; keep one`);
    }
    if (different.size < count) report(list, `${count} of ${different.size} assets is impossible`);
  }
  return { kind: 'asset-count', count, anyOf };
}

function readBranches(cursor: Cursor, key: 'all-of' | 'any-of', known: KnownIds): readonly Requirement[] {
  const list = fieldsOf(cursor, [key]).get(key);
  const branches = list === undefined ? [] : itemsOf(list);
  if (branches.length === 0) report(cursor, `\`${key}\` needs at least one requirement`);
  return branches.map((branch) => readRequirement(branch, known));
}

function readPeople(cursor: Cursor, known: KnownIds): PeopleRequirement {
  const fields = fieldsOf(cursor, ['people', 'holds'], ['group', 'overlap', 'of-which']);
  const count = readCount(fields.get('people'), 1);
  const group = fields.get('group');
  const ofWhich = fields.get('of-which');
  return {
    kind: 'people',
    count,
    holds: readPredicate(fields.get('holds'), known),
    ofWhich: ofWhich === undefined ? [] : itemsOf(ofWhich).map((item) => readOfWhich(item, count, known)),
    group: group === undefined ? null : readGroup(group, known),
    overlap: readOneOf(fields.get('overlap'), ['allowed', 'distinct'], 'distinct'),
  };
}

/** A programme that names its groups allows no others; without names a group is for the reader of the file. */
function readGroup(cursor: Cursor, { groups }: KnownIds): string {
  return groups.size === 0
    ? readText(cursor)
    : readKnown(cursor, groups, 'group', '`groups` of programme.yaml');
}

function readOfWhich(cursor: Cursor, of: number, known: KnownIds): OfWhich {
  const fields = fieldsOf(cursor, ['people', 'also-holds']);
  const count = readCount(fields.get('people'), 1);
  if (count > of) report(cursor, `${count} of ${of} people is impossible; lower the inner count`);
  return { count, alsoHolds: readPredicate(fields.get('also-holds'), known) };
}
