/**
 * Retirements that have not taken anything away yet, and which levels of a company they will: the rules as they are,
 * rehearsed against the same rules without that one retirement.
 */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import type { CompanyEra } from '../membership/renewal-window.ts';
import { addDays, addMonths, type Day } from '../time/day.ts';
import { Rehearsal, type RehearsedChange } from './rehearsal.ts';

export interface RetirementAhead {
  readonly skill: SkillId;
  readonly retiredOn: Day;
  /** First day on which no record of it counts. */
  readonly endsOn: Day;
}

/** What ends later is not known well enough, of a company least of all, to count what it takes. */
const MONTHS_AHEAD = 24;

/**
 * Skills whose records count on the day and will not any more within two years, because they are retired or will be; the
 * next first.
 */
export function retirementsAhead({ skills, retirement }: Programme, day: Day): readonly RetirementAhead[] {
  const last = addMonths(day, MONTHS_AHEAD);
  return [...skills.values()]
    .flatMap(({ id, retiredOn }) => {
      if (retiredOn === null) return [];
      const endsOn = addDays(addMonths(retiredOn, retirement.countsForMonths), 1);
      return endsOn <= day || endsOn > last ? [] : [{ skill: id, retiredOn, endsOn }];
    })
    .sort((left, right) => left.endsOn - right.endsOn || (left.skill < right.skill ? -1 : 1));
}

/** What the company loses by the end of one skill alone. */
export interface RetirementLoss extends RetirementAhead {
  readonly levels: readonly RehearsedChange[];
}

function withoutRetirements(programme: Programme, ids: readonly SkillId[]): Programme {
  const skills = new Map(programme.skills);
  for (const id of ids) skills.set(id, { ...skills.get(id)!, retiredOn: null });
  return { ...programme, skills };
}

/** What the retirement of these skills changes, together. */
function rehearsalOf(programme: Programme, ahead: readonly RetirementAhead[], day: Day): Rehearsal {
  return new Rehearsal({
    before: withoutRetirements(
      programme,
      ahead.map(({ skill }) => skill),
    ),
    after: programme,
    first: day,
    last: Math.max(...ahead.map(({ endsOn }) => endsOn)) as Day,
  });
}

/** Answers for one company after the other, on one day, by one version of the rules. */
export class RetirementsAhead {
  /** `null`: no retirement is ahead. */
  private readonly together: Rehearsal | null;
  private readonly each: readonly { readonly ahead: RetirementAhead; readonly rehearsal: Rehearsal }[];

  constructor(programme: Programme, day: Day) {
    const all = retirementsAhead(programme, day);
    this.together = all.length === 0 ? null : rehearsalOf(programme, all, day);
    this.each = all.map((ahead) => ({ ahead, rehearsal: rehearsalOf(programme, [ahead], day) }));
  }

  /** Retirements that cost the company a level. */
  of(facts: FactsDocument, origin?: CompanyEra['origin']): readonly RetirementLoss[] | InvalidFacts {
    if (this.together === null) return [];
    // A record more never takes a level without giving another: where all of them together change nothing, none does.
    const any = this.together.of(facts, origin);
    if ('kind' in any) return any;
    if (any.length === 0) return [];
    const losses: RetirementLoss[] = [];
    for (const { ahead, rehearsal } of this.each) {
      if (!any.some(({ competency }) => rehearsal.scope.competencies.has(competency))) continue;
      const changes = rehearsal.of(facts, origin);
      if ('kind' in changes) return changes;
      const levels = changes.filter(({ kind }) => kind === 'lost');
      if (levels.length > 0) losses.push({ ...ahead, levels });
    }
    return losses;
  }
}
