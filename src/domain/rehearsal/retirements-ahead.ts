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

/** Skills whose records count on the day and will not any more, because they are retired or will be; the next first. */
export function retirementsAhead({ skills, retirement }: Programme, day: Day): readonly RetirementAhead[] {
  return [...skills.values()]
    .flatMap(({ id, retiredOn }) => {
      if (retiredOn === null) return [];
      const endsOn = addDays(addMonths(retiredOn, retirement.countsForMonths), 1);
      return endsOn <= day ? [] : [{ skill: id, retiredOn, endsOn }];
    })
    .sort((left, right) => left.endsOn - right.endsOn || (left.skill < right.skill ? -1 : 1));
}

/** What the company loses by the end of one skill alone. */
export interface RetirementLoss extends RetirementAhead {
  readonly levels: readonly RehearsedChange[];
}

function withoutRetirement(programme: Programme, id: SkillId): Programme {
  const skill = programme.skills.get(id)!;
  return { ...programme, skills: new Map(programme.skills).set(id, { ...skill, retiredOn: null }) };
}

/** Answers for one company after the other, on one day, by one version of the rules. */
export class RetirementsAhead {
  private readonly each: readonly { readonly ahead: RetirementAhead; readonly rehearsal: Rehearsal }[];

  constructor(programme: Programme, day: Day) {
    this.each = retirementsAhead(programme, day).map((ahead) => ({
      ahead,
      rehearsal: new Rehearsal({
        before: withoutRetirement(programme, ahead.skill),
        after: programme,
        first: day,
        last: ahead.endsOn,
      }),
    }));
  }

  /** Retirements that cost the company a level. */
  of(facts: FactsDocument, origin?: CompanyEra['origin']): readonly RetirementLoss[] | InvalidFacts {
    const losses: RetirementLoss[] = [];
    for (const { ahead, rehearsal } of this.each) {
      const changes = rehearsal.of(facts, origin);
      if ('kind' in changes) return changes;
      const levels = changes.filter(({ kind }) => kind === 'lost');
      if (levels.length > 0) losses.push({ ...ahead, levels });
    }
    return losses;
  }
}
