import type { DepartureEffect } from '../../contract/users.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import type { PartnerAnswer } from './partner-answer.ts';

/** Levels that the company holds by the answer and would not hold, or only lower, by the changed facts. */
export function levelsLost(
  { programme, asOf, evaluation: { attained: before } }: PartnerAnswer,
  changed: FactsDocument,
): DepartureEffect['levels'] {
  const after = evaluateFacts(changed, programme, asOf).attained;
  const levelAfter = new Map(after.map(({ competency, level }) => [competency, level]));
  return before.flatMap(({ competency, level }) => {
    const left = levelAfter.get(competency) ?? null;
    if (left === level) return [];
    const name = programme.competencies.find(({ id }) => id === competency)?.name;
    return {
      programme: programme.id,
      competency,
      name: name ?? { en: competency, fr: competency },
      before: level,
      after: left,
    };
  });
}
