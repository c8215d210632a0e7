import { completions } from '../../domain/data-sets/completions.ts';
import { formatDay, monthOf, parseDay } from '../../domain/time/day.ts';
import type { CountedTraining } from '../../domain/training/training-figures.ts';
import { trainingKind } from '../../domain/training/training-kinds.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

/** One completion that the dashboard counts. */
export interface ToldTraining extends CountedTraining {
  readonly id: string;
  readonly skillId: string;
  readonly title: string;
  readonly completedOn: string;
}

function madeFrom(answer: PartnerAnswer): readonly ToldTraining[] {
  const { facts, verdicts, programme, directory, asOf } = answer;
  const day = parseDay(asOf.validAt)!;
  const people = (facts.people ?? []).filter(({ id }) => directory.has(id));
  const told: ToldTraining[] = [];
  for (const { person, record, verdict } of completions(people, verdicts, programme, day)) {
    const kind = trainingKind(verdict);
    if (kind === null) continue;
    const { skillId, skill, achievedOn } = verdict;
    told.push({
      id: record.id,
      person: person.id,
      kind,
      month: monthOf(achievedOn),
      skillId,
      title: skill?.title ?? skillId.slice(skillId.indexOf(':') + 1),
      completedOn: formatDay(achievedOn),
    });
  }
  return told;
}

const known = new WeakMap<PartnerAnswer, readonly ToldTraining[]>();

/** The certifications, exams and assessments of the data set of completions, the oldest first; made once per answer. */
export function toldTrainings(answer: PartnerAnswer): readonly ToldTraining[] {
  const found = known.get(answer) ?? madeFrom(answer);
  known.set(answer, found);
  return found;
}
