import type { Programme } from '../catalogue/catalogue.ts';
import { ruleDays } from '../catalogue/requirement-sets.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { readingFiguresOf } from '../evaluation/figures-of-day.ts';
import type { Day } from '../time/day.ts';

/** Days in `(after, until]` on which other rules come into force or some end, in order. */
function daysOfChange({ competencies }: Programme, after: Day, until: Day): Day[] {
  const days = new Set(ruleDays(competencies));
  return [...days].filter((day) => day > after && day <= until).sort((left, right) => left - right);
}

/**
 * The rules between two days, compiled once for each stretch in which they do not change. Figures are read for the
 * window of the first day until one of the `figureDays`, in order, on which they are read anew. Towards the future there
 * are none: figures to come are not known, and are held at their value.
 */
export class RuleEras {
  readonly first: Day;
  /** Days on which an era after the first begins. */
  readonly days: readonly Day[];
  readonly figureDays: readonly Day[];
  private readonly programme: Programme;
  private readonly compiled: (CompiledProgramme | undefined)[] = [];
  private readonly reading = new Map<string, CompiledProgramme>();

  constructor(programme: Programme, first: Day, until: Day, figureDays: readonly Day[] = []) {
    this.programme = programme;
    this.first = first;
    this.days = daysOfChange(programme, first, until);
    this.figureDays = figureDays;
    this.compiled.push(compileProgramme(programme, first));
  }

  beginsOn(day: Day): boolean {
    return this.days.includes(day);
  }

  /** Whether figures are read anew. */
  readsOn(day: Day): boolean {
    return this.figureDays.includes(day);
  }

  /** The rules in force on `day`, judging what counts on that same day. */
  on(day: Day): CompiledProgramme {
    return { ...this.eraOf(day), day };
  }

  /** The rules in force until the day before `day`, judging what counts on `day`. */
  before(day: Day): CompiledProgramme {
    return { ...this.eraOf((day - 1) as Day), day };
  }

  private eraOf(day: Day): CompiledProgramme {
    const era = this.days.filter((begin) => begin <= day).length;
    this.compiled[era] ??= compileProgramme(this.programme, this.days[era - 1]!, undefined, this.first);
    const rules = this.compiled[era];
    const read = this.figureDays.findLast((begin) => begin <= day);
    if (read === undefined) return rules;
    const key = `${era} ${read}`;
    const known = this.reading.get(key) ?? readingFiguresOf(rules, read);
    this.reading.set(key, known);
    return known;
  }
}
