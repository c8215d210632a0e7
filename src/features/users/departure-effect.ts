import type { DepartureEffect } from '../../contract/users.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { levelsLost } from '../shared/levels-lost.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { withoutPeople } from '../shared/without-people.ts';

/** What the company loses on the day from which a person no longer counts: shown before anybody decides it. */
export async function departureEffect(
  services: Pick<Services, 'answers' | 'programmesOf'>,
  partnerId: PartnerId,
  userId: string,
  on: string,
): Promise<DepartureEffect> {
  const asOf = { validAt: on, knownAt: null };
  const answers = await answersOfEach(services, partnerId, asOf);
  const counting = new Set<string>();
  const levels: DepartureEffect['levels'] = [];
  for (const answer of answers) {
    for (const { person, record, named, reason } of answer.verdicts) {
      if (person === userId && named && reason === null) counting.add(record);
    }
    levels.push(...levelsLost(answer, withoutPeople(answer.facts, new Set([userId]), on)));
  }
  const person = (answers[0].facts.people ?? []).find(({ id }) => id === userId);
  const associations = (person?.associations ?? []).filter(
    ({ partner, until }) => partner == null && (until == null || on < until.slice(0, 10)),
  );
  return { on, skillsCounting: counting.size, associations: associations.length, levels };
}
