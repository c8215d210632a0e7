/**
 * Which single skills would bring or keep levels of a company: had one of its people this skill too, and were all else
 * as it is, the level would be met. Every skill is tried on the facts; nothing is estimated from what is missing.
 */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import { evaluateWithVerdicts, isFailure } from '../evaluation/evaluate.ts';
import type { OptionResult } from '../evaluation/evaluation-result.ts';
import { rulesBehind } from '../explanation/rules-behind.ts';
import { decisiveSkills, type ExplainedAnswer } from '../explanation/single-actions.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { NamedLevel } from '../membership/level-differences.ts';
import type { LifecycleState } from '../membership/lifecycle.ts';
import { levelKey } from '../projection/level-history.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { withFiguresHeld } from '../scenario/held-figures.ts';
import { type Day, formatDay } from '../time/day.ts';

/** A skill, and the levels for each of which one more person with it is enough. */
export interface SkillForLevels {
  readonly skill: SkillId;
  readonly levels: readonly NamedLevel[];
}

export interface OneMoreSkill {
  readonly skills: readonly SkillForLevels[];
  /** `false`: the company is so large, or its options so entangled, that not everything was tried. */
  readonly complete: boolean;
}

/** A level that is held or has been, with the first day on which it is lost by what is known. */
export interface LevelToTry extends NamedLevel {
  readonly state: LifecycleState;
  readonly lostOn: Day | null;
}

export interface CompanyToTry {
  readonly facts: FactsDocument;
  readonly programme: Programme;
  readonly day: Day;
  /** Of the day, with reasons. */
  readonly answer: ExplainedAnswer;
  readonly levels: readonly LevelToTry[];
}

type Asked = Omit<CompanyToTry, 'levels'>;

/** What is held by these needs no further skill, unless it is about to end. */
const HELD: ReadonlySet<LifecycleState> = new Set<LifecycleState>(['qualified', 'active']);

/** Skills of which somebody's record counts, or would if a seat were left. */
function heldByAnybody({ verdicts }: ExplainedAnswer): ReadonlySet<SkillId> {
  const held = new Set<SkillId>();
  for (const { reason, skillId } of verdicts) {
    if (reason === null || reason.code === 'seat-taken') held.add(skillId);
  }
  return held;
}

/** Where fewer or more than one person is missing no single skill can help; points and shared people are counted otherwise. */
function mayHelp({ outcome, shortfall, score }: OptionResult, { sharingLimits }: Programme): boolean {
  return outcome !== 'met' && (shortfall.people === 1 || score !== null || sharingLimits.length > 0);
}

/** Whether somebody holds something that the option asks for: else it is nothing that the company works towards. */
function isBegun({ programme, day }: Asked, option: OptionResult, held: ReadonlySet<SkillId>): boolean {
  const rules = rulesBehind(programme, day, option);
  return rules !== null && requirementWalk.skills(rules.option.requirement).some((skill) => held.has(skill));
}

function skillsFor(asked: Asked, options: readonly OptionResult[], held: ReadonlySet<SkillId>) {
  const { facts, programme, day, answer } = asked;
  const skills = new Set<SkillId>();
  let complete = true;
  if (options.some(({ outcome }) => outcome === 'met')) return { skills, complete };
  const asOf = { validAt: formatDay(day), knownAt: null };
  for (const option of options) {
    if (!mayHelp(option, programme) || !isBegun(asked, option, held)) continue;
    const found = decisiveSkills(facts, programme, asOf, option, answer);
    complete &&= found.complete;
    for (const skill of found.skills) skills.add(skill);
  }
  return { skills, complete };
}

/** The company as it will stand on a later day by what is known; figures are held at what they are today. */
function onDay({ facts, programme, day }: Asked, later: Day): Asked | null {
  const metrics = (facts.metrics ?? []).length > 0;
  const held = metrics ? withFiguresHeld({ facts, programme }, day, later) : { facts, programme };
  const asOf = { validAt: formatDay(later), knownAt: null };
  const answer = evaluateWithVerdicts(held.facts, held.programme, asOf, {}, null);
  if (isFailure(answer)) return null;
  const { result, verdicts } = answer;
  return { ...held, day: later, answer: { competencies: result.competencies, verdicts } };
}

interface LevelOptions extends NamedLevel {
  readonly options: readonly OptionResult[];
}

function byLevel({ competencies }: ExplainedAnswer): ReadonlyMap<string, LevelOptions> {
  const found = new Map<string, LevelOptions>();
  for (const option of competencies) {
    const { competency, level } = option;
    const options = [...(found.get(levelKey(option))?.options ?? []), option];
    found.set(levelKey(option), { competency, level, options });
  }
  return found;
}

/**
 * Levels that are held and not about to end are left out, and so are those of which nobody holds anything.
 * @param pause awaited between levels: in a large company each takes a moment
 */
export async function oneMoreSkill(
  company: CompanyToTry,
  pause: () => Promise<unknown>,
): Promise<OneMoreSkill> {
  const { levels, day } = company;
  const known = new Map(levels.map((level) => [levelKey(level), level]));
  const held = heldByAnybody(company.answer);
  const later = new Map<Day, Asked | null>();
  const askedOn = (on: Day): Asked | null => {
    if (!later.has(on)) later.set(on, onDay(company, on));
    return later.get(on)!;
  };
  const bySkill = new Map<SkillId, NamedLevel[]>();
  let complete = true;
  for (const [key, { competency, level, options }] of byLevel(company.answer)) {
    const { state = null, lostOn = null } = known.get(key) ?? {};
    if (state !== null && HELD.has(state)) continue;
    const ending = state === 'at-risk' && lostOn !== null && lostOn > day;
    const asked = ending ? askedOn(lostOn) : company;
    if (asked === null) continue;
    const found = skillsFor(asked, ending ? (byLevel(asked.answer).get(key)?.options ?? []) : options, held);
    complete &&= found.complete;
    for (const skill of found.skills) {
      bySkill.set(skill, [...(bySkill.get(skill) ?? []), { competency, level }]);
    }
    await pause();
  }
  return { skills: [...bySkill].map(([skill, named]) => ({ skill, levels: named })), complete };
}
