/**
 * Whom a change of the rules can concern: the competencies whose answers may differ, and the skills without which a
 * company stands as before. What lies outside is not evaluated, which is what makes whole networks quick to rehearse.
 */
import type { Programme, Requirement, SkillId } from '../catalogue/catalogue.ts';
import { requirementSets } from '../catalogue/requirement-sets.ts';
import { readsOfCompetencies } from '../evaluation/touched-competencies.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { addMonths, type Day } from '../time/day.ts';
import type { CatalogueDifference, PolicyCode, SkillField } from './catalogue-difference.ts';
import type { RulesSpan } from './rule-differences.ts';

export interface RehearsalScope {
  /** Ids; those that depend on each other are together. Empty: no answer can differ. */
  readonly competencies: ReadonlySet<string>;
  /** A company whose people have records of none of them stands as before; `null`: each company may be concerned. */
  readonly skills: ReadonlySet<SkillId> | null;
  /** Skills of which a record may be judged otherwise; `null`: those of any. */
  readonly judged: ReadonlySet<SkillId> | null;
  /** Competency whose own rules differ → a company without records of these skills stands as before; `null`: none need. */
  readonly rules: ReadonlyMap<string, ReadonlySet<SkillId> | null>;
  /** Each answer may differ, however records are judged. */
  readonly everything: boolean;
}

/** What decides how a level is found, or whose record it is. */
const CONCERN_EVERYTHING: ReadonlySet<PolicyCode> = new Set<PolicyCode>([
  'fiscal-year',
  'default-track',
  'tracks',
  'levels',
  'sharing-limits',
  'aliases',
]);

/** What decides whether any record counts. */
const JUDGE_ALL_RECORDS: ReadonlySet<PolicyCode> = new Set<PolicyCode>([
  'recognised-sources',
  'min-grade',
  'pmc-window',
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

/** Whether some rules look at people on days before the one that is asked about, as growth does. */
export function measuresThePast({ competencies }: Programme): boolean {
  return [...requirementSets(competencies)].some(({ requirement }) =>
    requirementWalk.leaves(requirement).some(({ kind }) => kind === 'score'),
  );
}

/**
 * Skills whose records the versions may judge otherwise on some day that is looked at; `null`: those of each may be.
 * @param first before it no day is looked at
 */
function judgedSkills(
  before: Programme,
  after: Programme,
  { policies, skills }: Pick<CatalogueDifference, 'policies' | 'skills'>,
  first: number,
  last: Day,
): ReadonlySet<SkillId> | null {
  const codes = new Set(policies.map(({ policy }) => policy));
  if ([...codes].some((code) => JUDGE_ALL_RECORDS.has(code))) return null;
  const own = skills.filter(({ fields }) => fields.some((field) => JUDGE_RECORDS.has(field)));
  const judged = new Set(own.map(({ skill }) => skill));
  const countsUntil = ({ retirement }: Programme, retiredOn: Day) =>
    Math.min(Math.max(addMonths(retiredOn, retirement.countsForMonths), first - 1), last);
  for (const [id, { retiredOn, validity }] of after.skills) {
    if (codes.has('validity') && validity !== 'none') judged.add(id);
    if (retiredOn !== null && countsUntil(before, retiredOn) !== countsUntil(after, retiredOn))
      judged.add(id);
  }
  return judged;
}

/** Of the competencies whose rules differ between the days: the skills that these rules name, by their own ids. */
function differingRules(
  versions: readonly Programme[],
  { rules }: Pick<CatalogueDifference, 'rules'>,
  first: Day,
  last: Day,
): ReadonlyMap<string, ReadonlySet<SkillId> | null> {
  const found = new Map<string, Set<SkillId> | null>();
  for (const { competency, spans } of rules) {
    for (const { before, after } of spans.filter((each) => liesIn(each, first, last))) {
      const asked = [before, after];
      const known = found.get(competency);
      if (known === null || !asked.every(needsHolders)) {
        found.set(competency, null);
        continue;
      }
      const named = known ?? new Set<SkillId>();
      asked.forEach((requirement, version) => {
        const { aliases } = versions[version]!;
        const skills = requirement === null ? [] : requirementWalk.skills(requirement);
        for (const skill of skills) named.add(aliases.get(skill) ?? skill);
      });
      found.set(competency, named);
    }
  }
  return found;
}

/** Those that depend on each other, in any version, together. */
export function dependentTogether(
  versions: readonly Programme[],
  competencies: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  if (versions.some(({ sharingLimits }) => sharingLimits.length > 0)) return [competencies];
  const parts: ReadonlySet<string>[] = [];
  for (const id of competencies) {
    if (!parts.some((part) => part.has(id))) parts.push(closed(versions, new Set([id])));
  }
  return parts;
}

/** Between two days, both included. */
export function rehearsalScope(
  before: Programme,
  after: Programme,
  difference: Omit<CatalogueDifference, 'competencies'>,
  first: Day,
  last: Day,
): RehearsalScope {
  const versions = [before, after];
  const all = new Set(versions.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
  const everything = difference.policies.some(({ policy }) => CONCERN_EVERYTHING.has(policy));
  const earliest = versions.some(measuresThePast) ? Number.NEGATIVE_INFINITY : first;
  const judged = judgedSkills(before, after, difference, earliest, last);
  const rules = differingRules(versions, difference, first, last);
  const competencies = new Set(rules.keys());
  for (const programme of versions) {
    for (const [id, { skills }] of readsOfCompetencies(programme)) {
      if (judged === null || [...judged].some((skill) => skills.has(skill))) competencies.add(id);
    }
  }
  const limited = competencies.size > 0 && versions.some(({ sharingLimits }) => sharingLimits.length > 0);
  const named = [...rules.values()];
  const everybody = everything || judged === null || named.includes(null);
  return {
    competencies: everything || limited ? all : closed(versions, competencies),
    skills: everybody ? null : new Set([judged, ...named].flatMap((skills) => [...skills!])),
    judged,
    rules,
    everything,
  };
}
