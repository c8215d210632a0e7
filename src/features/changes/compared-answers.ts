import type { Changes, LevelChangeView, OptionChangeView, SkillChangeView } from '../../contract/changes.ts';
import type { Reason } from '../../contract/explanation.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import { levelChanges, type OptionChange, optionChanges } from '../../domain/change-log/level-changes.ts';
import { SKILL_CHANGES, type SkillChange, skillChanges } from '../../domain/change-log/skill-changes.ts';
import type { OptionResult } from '../../domain/evaluation/evaluation-result.ts';
import { parseDay } from '../../domain/time/day.ts';
import { namedOption } from '../shared/option-names.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

/** Everything that differs between two answers about one company in one programme. */
export interface ComparedAnswers extends Pick<Changes, 'counts' | 'levels' | 'options'> {
  readonly skills: readonly SkillChangeView[];
}

type ReportRow = SkillsReportRow & { readonly reason: Reason | null };

function skillView({ change, cause, row, before }: SkillChange<ReportRow>): SkillChangeView {
  const { id, userId, recordId, firstName, lastName, workEmail, skillId, skillTitle, achievedOn } = row;
  const own = { id, userId, recordId, firstName, lastName, workEmail, skillId, skillTitle, achievedOn };
  const reason = cause === 'reason-over' ? (before?.reason ?? null) : row.reason;
  return { ...own, relevantFor: row.relevantFor, change, cause, reason };
}

function stateView(result: OptionResult | null) {
  if (result === null) return null;
  const { outcome, shortfall, score } = result;
  return { outcome, people: shortfall.people, points: score?.points ?? null };
}

function optionView(
  { programme }: PartnerAnswer,
  { before, after, causes, ...own }: OptionChange,
): OptionChangeView {
  const { name, optionName } = namedOption(programme, own);
  const levelName = programme.levels.find(({ id }) => id === own.level)!.name;
  return {
    ...own,
    name,
    optionName,
    levelName,
    before: stateView(before),
    after: stateView(after),
    causes: [...causes],
  };
}

function levelViews(
  { programme }: PartnerAnswer,
  changes: ReturnType<typeof levelChanges>,
  skills: readonly SkillChangeView[],
): LevelChangeView[] {
  const named = (level: string | null) => {
    const found = programme.levels.find(({ id }) => id === level);
    return found === undefined ? null : { level: found.id, name: found.name, rank: found.rank };
  };
  return changes.map(({ competency, before, after, causes }) => {
    const own = skills.filter(({ relevantFor }) =>
      relevantFor.some((each) => each.competency === competency),
    );
    return {
      competency,
      name: programme.competencies.find(({ id }) => id === competency)!.name,
      before: named(before),
      after: named(after),
      causes: [...causes],
      gained: own.filter(({ change }) => change === 'gained').length,
      lost: own.filter(({ change }) => change === 'lost').length,
    };
  });
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function byPerson(left: SkillChangeView, right: SkillChangeView): number {
  return (
    compare(left.lastName, right.lastName) ||
    compare(left.firstName, right.firstName) ||
    compare(left.skillTitle, right.skillTitle) ||
    (left.id < right.id ? -1 : 1)
  );
}

function compared(earlier: PartnerAnswer, later: PartnerAnswer): ComparedAnswers {
  const joined = new Map((later.facts.people ?? []).map(({ id, employedFrom }) => [id, employedFrom]));
  const changes = skillChanges<ReportRow>(earlier.reportRows(false), later.reportRows(false), {
    since: earlier.asOf.validAt,
    joinedOn: (userId) => joined.get(userId)?.slice(0, 10) ?? null,
  });
  const skills = changes.map(skillView).sort(byPerson);
  const before = { evaluation: earlier.evaluation, day: parseDay(earlier.asOf.validAt)! };
  const after = { evaluation: later.evaluation, day: parseDay(later.asOf.validAt)! };
  const options = optionChanges(later.programme, before, after);
  const counts = Object.fromEntries(
    SKILL_CHANGES.map((kind) => [kind, changes.filter(({ change }) => change === kind).length]),
  ) as Changes['counts'];
  return {
    skills,
    counts,
    levels: levelViews(later, levelChanges(later.programme, before, after, options), skills),
    options: options.map((option) => optionView(later, option)),
  };
}

/** The last comparison with each answer: a page asks for its rows in parts. */
const known = new WeakMap<
  PartnerAnswer,
  { readonly earlier: PartnerAnswer; readonly found: ComparedAnswers }
>();

export function comparedAnswers(earlier: PartnerAnswer, later: PartnerAnswer): ComparedAnswers {
  const last = known.get(later);
  if (last?.earlier === earlier) return last.found;
  const found = compared(earlier, later);
  known.set(later, { earlier, found });
  return found;
}
