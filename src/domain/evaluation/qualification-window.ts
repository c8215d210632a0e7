/**
 * Whether an option was met on a day of the programme's window, by the rules of each day and what is known in the
 * question. Only days on which the answer may change are looked at, from the latest back, until all are settled.
 */
import type { FactsTable } from '../facts/facts-table.ts';
import { reloadMetrics } from '../facts/read-company-facts.ts';
import { changeDays } from '../projection/change-days.ts';
import { addDays, type Day, firstDayOf, type Month, monthOf } from '../time/day.ts';
import { isForPartner } from './applicable-options.ts';
import { assessOption } from './assess-option.ts';
import { compileProgramme } from './compile-programme.ts';
import type { CompiledOption, CompiledProgramme } from './compiled-programme.ts';
import { PeopleCounts } from './count-people.ts';
import { MET, type OutcomeNumber, UNDETERMINED, UNMET } from './outcomes.ts';

/** The same option on another day: rules without tracks stand for each track, and the other way round. */
function isSameWay(then: CompiledOption, now: CompiledOption): boolean {
  if (then.competency !== now.competency || then.level !== now.level) return false;
  return then.option === now.option || then.option === null || now.option === null;
}

export class QualificationWindow {
  private readonly compiled: CompiledProgramme;
  private readonly months: number;
  private readonly ofDay = new Map<Day, PeopleCounts>();

  constructor(compiled: CompiledProgramme, months: number) {
    this.compiled = compiled;
    this.months = months;
  }

  /**
   * By option of the question, from their outcomes on its day; only those `asked` for are looked into. The table's
   * metrics are those of the question's day before and after.
   */
  qualified(
    facts: FactsTable,
    outcomes: readonly OutcomeNumber[],
    asked: readonly number[],
  ): (boolean | null)[] {
    const best: OutcomeNumber[] = [...outcomes];
    for (const day of this.days(facts)) {
      const open = asked.filter((index) => best[index] !== MET);
      if (open.length === 0) break;
      this.improve(facts, day, open, best);
    }
    reloadMetrics(facts, this.compiled);
    return best.map((outcome) => (outcome === UNDETERMINED ? null : outcome === MET));
  }

  /** The last days before a change, from the latest back; the question's own day is answered already. */
  private days(facts: FactsTable): readonly Day[] {
    const { day, programme } = this.compiled;
    const month = monthOf(day);
    const first = firstDayOf((month - this.months + 1) as Month);
    const days = new Set(changeDays(facts.document, programme, first, day));
    // With each month another last complete month is read.
    for (let next = month - this.months + 2; next <= month; next++) days.add(firstDayOf(next as Month));
    return [...days].sort((left, right) => right - left).map((change) => addDays(change, -1));
  }

  private improve(facts: FactsTable, day: Day, open: readonly number[], best: OutcomeNumber[]): void {
    const { compiled, counts } = this.prepared(day);
    reloadMetrics(facts, compiled);
    counts.count(facts);
    const known = new Map<CompiledOption, OutcomeNumber>();
    const outcomes: OutcomeNumber[] = compiled.options.map(() => UNMET);
    for (let step = 0; step < outcomes.length; step++) {
      const place = compiled.order === null ? step : compiled.order[step]!;
      const option = compiled.options[place]!;
      if (!isForPartner(option, facts)) continue;
      outcomes[place] = assessOption(option, facts, counts, day, outcomes).outcome;
      known.set(option, outcomes[place]!);
    }
    for (const index of open) {
      const now = this.compiled.options[index]!;
      for (const [then, outcome] of known) {
        if (isSameWay(then, now) && outcome > best[index]!) best[index] = outcome;
      }
    }
  }

  private prepared(day: Day): { readonly compiled: CompiledProgramme; readonly counts: PeopleCounts } {
    let counts = this.ofDay.get(day);
    if (counts === undefined) {
      const { programme, scope } = this.compiled;
      counts = new PeopleCounts(compileProgramme(programme, day, scope));
      this.ofDay.set(day, counts);
    }
    return { compiled: counts.compiled, counts };
  }
}
