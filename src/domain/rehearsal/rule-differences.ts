/** Where two versions of a programme ask for different things: by option and level, on which days. */
import type { AttainmentOption, Competency, Programme, Requirement } from '../catalogue/catalogue.ts';
import { setInForce } from '../catalogue/requirement-sets.ts';
import type { Day } from '../time/day.ts';

/** Days on which one thing is asked for by the one version, and another, or nothing, by the other. */
export interface RulesSpan {
  /** `null`: ever since. */
  readonly from: Day | null;
  /** First day on which both ask for the same again; `null` where that is not foreseen. */
  readonly until: Day | null;
  /** `null` where there are no rules. */
  readonly before: Requirement | null;
  readonly after: Requirement | null;
}

export interface LevelRulesDifference {
  readonly competency: string;
  readonly option: string | null;
  readonly level: string;
  /** In order; not empty. */
  readonly spans: readonly RulesSpan[];
}

type Sets = AttainmentOption['levels'][number]['sets'];

/** Whether two pieces of a catalogue say the same; both are plain data, written by the same reader. */
export function saysTheSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function boundaries(sets: Sets): readonly Day[] {
  return sets.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
}

function spansOf(before: Sets, after: Sets): readonly RulesSpan[] {
  const days = [...new Set([...boundaries(before), ...boundaries(after)])].sort((a, b) => a - b);
  const starts: readonly (Day | null)[] = [null, ...days];
  const spans: RulesSpan[] = [];
  starts.forEach((from, index) => {
    const until = starts[index + 1] ?? null;
    const on = (sets: Sets) => (from === null ? null : (setInForce(sets, from)?.requirement ?? null));
    const span = { from, until, before: on(before), after: on(after) };
    if (saysTheSame(span.before, span.after)) return;
    const last = spans.at(-1);
    const goesOn =
      last !== undefined &&
      last.until === from &&
      saysTheSame(last.before, span.before) &&
      saysTheSame(last.after, span.after);
    if (goesOn) spans[spans.length - 1] = { ...last, until };
    else spans.push(span);
  });
  return spans;
}

function optionsOf(competency: Competency | undefined): readonly AttainmentOption[] {
  return competency?.options ?? [];
}

/** Those of the first list, then those that only the second has. */
function allOf<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return [...new Set([...first, ...second])];
}

/** In the order of the new version, what it no longer has at the end. */
export function ruleDifferences(before: Programme, after: Programme): readonly LevelRulesDifference[] {
  const competencyIn = ({ competencies }: Programme, id: string) =>
    competencies.find((each) => each.id === id);
  const idsOf = ({ competencies }: Programme) => competencies.map(({ id }) => id);
  return allOf(idsOf(after), idsOf(before)).flatMap((competency) => {
    const old = optionsOf(competencyIn(before, competency));
    const fresh = optionsOf(competencyIn(after, competency));
    const options = allOf(
      fresh.map(({ id }) => id),
      old.map(({ id }) => id),
    );
    return options.flatMap((option) => {
      const levelsOf = (of: readonly AttainmentOption[]) =>
        of.filter(({ id }) => id === option).flatMap(({ levels }) => levels);
      const setsOf = (of: readonly AttainmentOption[], level: string) =>
        levelsOf(of).find((each) => each.level === level)?.sets ?? [];
      const levels = allOf(
        levelsOf(fresh).map(({ level }) => level),
        levelsOf(old).map(({ level }) => level),
      );
      return levels.flatMap((level) => {
        const spans = spansOf(setsOf(old, level), setsOf(fresh, level));
        return spans.length === 0 ? [] : [{ competency, option, level, spans }];
      });
    });
  });
}
