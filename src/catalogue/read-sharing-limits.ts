/** `sharing-limits` of `programme.yaml`: how often one person may be used, and what nobody may be at once. */
import type { SharingLimit } from '../domain/catalogue/catalogue.ts';
import { type Cursor, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readCount, readKnown } from './yaml-values.ts';

interface Known {
  has(id: string): boolean;
}

/** What a limit may name; all of it stands in the same file. */
export interface LimitNames {
  readonly levels: Known;
  readonly groups: Known;
  readonly competencies: Known;
}

export function readSharingLimits(cursor: Cursor | undefined, known: LimitNames): readonly SharingLimit[] {
  return cursor === undefined ? [] : itemsOf(cursor).map((item) => readLimit(item, known));
}

function readLimit(cursor: Cursor, known: LimitNames): SharingLimit {
  const fields = fieldsOf(cursor, [], ['at-most', 'one-of-groups', 'levels', 'groups', 'exempt']);
  const names = (key: 'one-of-groups' | 'levels' | 'groups' | 'exempt', among: Known, what: string) => {
    const list = fields.get(key);
    if (list === undefined) return null;
    const items = itemsOf(list);
    if (items.length === 0) report(list, `\`${key}\` needs at least one ${what}; leave it out for all`);
    return items.map((item) => readKnown(item, among, what, 'programme.yaml'));
  };
  const levels = names('levels', known.levels, 'level');
  const groups = names('groups', known.groups, 'group');
  const exempt = names('exempt', known.competencies, 'competency') ?? [];
  const oneOf = names('one-of-groups', known.groups, 'group');
  if (fields.has('at-most') === fields.has('one-of-groups')) {
    report(cursor, 'expected exactly one of `at-most` and `one-of-groups`');
  }
  if (oneOf === null) {
    return { kind: 'at-most', atMost: readCount(fields.get('at-most'), 1), levels, groups, exempt };
  }
  if (groups !== null) report(cursor, '`one-of-groups` names the groups; leave `groups` out');
  if (oneOf.length === 1) report(cursor, '`one-of-groups` needs two groups or more');
  return { kind: 'one-of-groups', groups: oneOf, levels, exempt };
}
