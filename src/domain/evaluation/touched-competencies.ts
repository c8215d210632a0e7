/**
 * Which competencies may be answered otherwise since something new is told of some people of a company. What is said of
 * an option on any day follows from the company's own facts, from what is known of each record of a skill that the
 * option names, and of the person who holds it. Only options that count the staff, that ask for levels of others, or
 * that share people with others under a limit, depend on more.
 */
import type { Competency, Programme, SkillId } from '../catalogue/catalogue.ts';
import { requirementSets } from '../catalogue/requirement-sets.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { PeopleChange } from './facts-change.ts';

/** What the answer about a competency reads on any day, besides the company's own facts. */
interface CompetencyReads {
  readonly skills: ReadonlySet<SkillId>;
  /** Other competencies, one level of which is asked for. */
  readonly asksFor: ReadonlySet<string>;
  readonly staff: boolean;
}

function readsOf(competency: Competency, { aliases }: Programme): CompetencyReads {
  const skills = new Set<SkillId>();
  const asksFor = new Set<string>();
  let staff = false;
  for (const { requirement } of requirementSets([competency])) {
    for (const skill of requirementWalk.skills(requirement)) skills.add(aliases.get(skill) ?? skill);
    for (const leaf of requirementWalk.leaves(requirement)) {
      if (leaf.kind === 'attained') for (const needed of leaf.anyOf) asksFor.add(needed.competency);
      if (leaf.kind === 'percent-of-staff') staff = true;
    }
  }
  return { skills, asksFor, staff };
}

const knownReads = new WeakMap<Programme, ReadonlyMap<string, CompetencyReads>>();

/** By the id of the competency. */
export function readsOfCompetencies(programme: Programme): ReadonlyMap<string, CompetencyReads> {
  let reads = knownReads.get(programme);
  if (reads === undefined) {
    reads = new Map(programme.competencies.map((one) => [one.id, readsOf(one, programme)]));
    knownReads.set(programme, reads);
  }
  return reads;
}

/**
 * Ids of the competencies. Those that ask for each other are touched together, so that they can be answered by
 * themselves; under sharing limits each depends on all.
 */
export function touchedCompetencies(programme: Programme, change: PeopleChange): ReadonlySet<string> {
  const { aliases, competencies, sharingLimits } = programme;
  if (sharingLimits.length > 0) return new Set(competencies.map(({ id }) => id));
  const reads = readsOfCompetencies(programme);
  const skills = [...change.skills].map((skill) => aliases.get(skill) ?? skill);
  const touched = new Set<string>();
  for (const [id, read] of reads) {
    if ((change.staff && read.staff) || skills.some((skill) => read.skills.has(skill))) touched.add(id);
  }
  for (let known = -1; known < touched.size; ) {
    known = touched.size;
    for (const [id, { asksFor }] of reads) {
      if ([...asksFor].some((one) => touched.has(one))) touched.add(id);
      if (touched.has(id)) for (const one of asksFor) touched.add(one);
    }
  }
  return touched;
}

const knownParts = new WeakMap<Programme, Map<string, Programme>>();

/** So many parts of a programme are kept, because each is compiled anew. */
const MOST_PARTS = 32;

/** The programme with some of its competencies alone, none of which depends on another one. */
export function partOfProgramme(programme: Programme, competencies: ReadonlySet<string>): Programme {
  const parts = knownParts.get(programme) ?? new Map<string, Programme>();
  knownParts.set(programme, parts);
  const own = programme.competencies.filter(({ id }) => competencies.has(id));
  const key = JSON.stringify(own.map(({ id }) => id));
  const part = parts.get(key) ?? { ...programme, competencies: own };
  // The one that was asked for last stands last.
  parts.delete(key);
  parts.set(key, part);
  if (parts.size > MOST_PARTS) parts.delete(parts.keys().next().value!);
  return part;
}
