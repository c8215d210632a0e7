import type { SingleActionView } from '../../contract/explanation.ts';
import type { LossCauseView } from '../../contract/risk.ts';

/** To link an account costs nothing; to renew is less than to learn anew; figures take the longest. */
const KINDS = ['associate', 'renew', 'obtain', 'have-asset', 'raise-metric'] as const;

/** Actions by what they cost as a rule; who holds what expires is named first, because he or she only renews it. */
export function cheapestFirst(
  actions: readonly SingleActionView[],
  causes: readonly Pick<LossCauseView, 'records'>[],
): SingleActionView[] {
  const ending = causes.flatMap(({ records }) => records);
  const holdersOf = (skill: string) =>
    new Set(ending.filter((record) => record.skill === skill).map(({ person }) => person));
  const priced = actions.map((action) => {
    if (action.kind !== 'obtain') return { action, cost: KINDS.indexOf(action.kind) };
    const holders = holdersOf(action.skill);
    const renewing = action.people.filter((person) => holders.has(person));
    if (renewing.length === 0) return { action, cost: KINDS.indexOf('obtain') };
    const others = action.people.filter((person) => !holders.has(person));
    return { action: { ...action, people: [...renewing, ...others] }, cost: KINDS.indexOf('renew') };
  });
  return priced.sort((left, right) => left.cost - right.cost).map(({ action }) => action);
}
