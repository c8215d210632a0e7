import type { EndingEffect, KeptSkills } from '../../contract/associations.ts';
import { pmcWindowEnd } from '../../domain/chase-list/pmc-associations.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { survivorOf } from '../../domain/facts/survivor-account.ts';
import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

const WAYS = ['partner-center', 'pmc', 'other-account'] as const satisfies readonly KeptSkills['by'][];

function counts({ named, reason }: RecordVerdict): boolean {
  return named && reason === null;
}

/** What becomes of the skills of one account of a person when one of its associations ends, by each programme. */
export class SkillsOfAccount {
  private readonly userId: string;
  private readonly account: string;
  private readonly stopping = new Set<string>();
  private readonly kept = new Map<string, KeptSkills['by']>();
  /** Why records of the account did not count before, once each. */
  private readonly reasons = new Set<string>();
  private known = false;
  /** Last day of what PMC associated, of the programme that has the shortest window. */
  private lastPmcDay: string | null = null;

  constructor({ people = [] }: FactsDocument, userId: string, accountId: string) {
    const person = people.find(({ id }) => id === userId);
    this.userId = userId;
    this.account = person === undefined ? accountId : survivorOf(person, accountId);
  }

  private isOwn({ person, account }: RecordVerdict): boolean {
    return person === this.userId && account === this.account;
  }

  /** @param after the verdicts as they would be without the association */
  compare({ facts, programme, verdicts }: PartnerAnswer, after: readonly RecordVerdict[]): void {
    const counting = after.filter((verdict) => verdict.person === this.userId && counts(verdict));
    for (const verdict of verdicts.filter((one) => this.isOwn(one))) {
      this.known = true;
      const { skillId } = verdict;
      const later = counting.filter((one) => one.skillId === skillId);
      if (!counts(verdict)) {
        this.reasons.add(verdict.reason?.code ?? 'not-named');
        // Told by both accounts: which of the two records is the one that counts is the same to the person.
        const again = verdict.reason?.code === 'duplicate' && later.some((one) => !this.isOwn(one));
        if (again && !this.kept.has(skillId)) this.kept.set(skillId, 'other-account');
        continue;
      }
      const still = later.find((one) => this.isOwn(one));
      if (later.length === 0) this.stopping.add(skillId);
      else if (still === undefined) this.kept.set(skillId, 'other-account');
      else this.kept.set(skillId, still.associatedVia.partnerCenter ? 'partner-center' : 'pmc');
    }
    const end = parseDay(pmcWindowEnd(facts.partner, programme) ?? '');
    const last = end === null ? null : formatDay(addDays(end, -1));
    if (last !== null && (this.lastPmcDay === null || last < this.lastPmcDay)) this.lastPmcDay = last;
  }

  effect(): Pick<EndingEffect, 'skillsCounting' | 'kept' | 'notCounting'> {
    // A skill that one programme goes on counting and another does not has stopped counting for somebody.
    const kept = [...this.kept].filter(([skill]) => !this.stopping.has(skill));
    return {
      skillsCounting: this.stopping.size,
      kept: WAYS.flatMap((by) => {
        const skills = kept.filter(([, way]) => way === by).length;
        return skills === 0 ? [] : { by, skills, until: by === 'pmc' ? this.lastPmcDay : null };
      }),
      notCounting: this.stopping.size + kept.length > 0 ? null : this.whyNone(),
    };
  }

  private whyNone(): NonNullable<EndingEffect['notCounting']> {
    if (!this.known) return 'no-skill-known';
    return this.reasons.has('person-left') ? 'person-left' : 'none-counts';
  }
}
