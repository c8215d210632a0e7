/**
 * Whom a change of the rules can concern: the competencies whose answers may differ, and the skills without which a
 * company stands as before. What lies outside is not evaluated, which is what makes whole networks quick to rehearse.
 */
import type { Programme, Requirement, SkillId } from '../catalogue/catalogue.ts';
import { readsOfCompetencies } from '../evaluation/touched-competencies.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { Day } from '../time/day.ts';
import type { CatalogueDifference, PolicyCode, SkillField } from './catalogue-difference.ts';
import type { RulesSpan } from './rule-differences.ts';

export interface RehearsalScope {
  /** Ids; those that depend on each other are together. Empty: no answer can differ. */
  readonly competencies: ReadonlySet<string>;
  /** A company whose people have records of none of them stands as before; `null`: each company may be concerned. */
  readonly skills: ReadonlySet<SkillId> | null;
}

/** What decides whether any record counts, or how any level is found. */
const CONCERN_EVERYBODY: ReadonlySet<PolicyCode> = new Set<PolicyCode>([
  'recognised-sources',
  'min-grade',
  'retirement-counts',
  'validity',
  'pmc-window',
  'fiscal-year',
  'default-track',
  'tracks',
  'levels',
  'sharing-limits',
  'aliases',
]);

/** What decides whether a record of the skill counts. */
const JUDGE_RECORDS: ReadonlySet<SkillField> = new Set<SkillField>(['retiredOn', 'validity']);

/** Whether it is never met by a company without people who hold anything that it names. */
function needsHolders(requirement: Requirement | null): boolean {
  if (requirement === null) return true;
  switch (requirement.kind) {
    case 'people':
      return requirement.count > 0;
    case 'percent-of-staff':
      return requirement.percent > 0 && requirement.atMost !== 0;
    case 'all-of':
      return requirement.of.some(needsHolders);
    case 'any-of':
      return requirement.of.every(needsHolders);
    default:
      return false;
  }
}

function liesIn({ from, until }: RulesSpan, first: Day, last: Day): boolean {
  return (from === null || from <= last) && (until === null || until > first);
}

/** With all that depend on them, and on which they depend. */
function closed(programmes: readonly Programme[], ids: Set<string>): ReadonlySet<string> {
  for (let known = -1; known < ids.size; ) {
    known = ids.size;
    for (const programme of programmes) {
      for (const [id, { asksFor }] of readsOfCompetencies(programme)) {
        if ([...asksFor].some((one) => ids.has(one))) ids.add(id);
        if (ids.has(id)) for (const one of asksFor) ids.add(one);
      }
    }
  }
  return ids;
}

/** Between two days, both included. */
export function rehearsalScope(
  before: Programme,
  after: Programme,
  { policies, skills, rules }: CatalogueDifference,
  first: Day,
  last: Day,
): RehearsalScope {
  const versions = [before, after];
  const all = new Set(versions.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
  if (policies.some(({ policy }) => CONCERN_EVERYBODY.has(policy)))
    return { competencies: all, skills: null };
  const judged = skills.filter(({ fields }) => fields.some((field) => JUDGE_RECORDS.has(field)));
  const touched = new Set(judged.map(({ skill }) => skill));
  const competencies = new Set<string>();
  for (const programme of versions) {
    for (const [id, reads] of readsOfCompetencies(programme)) {
      if ([...touched].some((skill) => reads.skills.has(skill))) competencies.add(id);
    }
  }
  let everybody = false;
  for (const { competency, spans } of rules) {
    for (const span of spans.filter((each) => liesIn(each, first, last))) {
      competencies.add(competency);
      const asked = [span.before, span.after];
      if (!asked.every(needsHolders)) everybody = true;
      for (const requirement of asked) {
        if (requirement !== null) for (const skill of requirementWalk.skills(requirement)) touched.add(skill);
      }
    }
  }
  const limited = competencies.size > 0 && versions.some(({ sharingLimits }) => sharingLimits.length > 0);
  return {
    competencies: limited ? all : closed(versions, competencies),
    skills: everybody ? null : touched,
  };
}
