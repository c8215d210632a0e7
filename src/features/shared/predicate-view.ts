import type { PredicateView } from '../../contract/explanation.ts';
import type { Predicate } from '../../domain/catalogue/catalogue.ts';

/** What one person must hold, in the shape of the contract. */
export function predicateView(predicate: Predicate): PredicateView {
  if (predicate.kind === 'holds') return { kind: 'holds', skill: predicate.skill };
  return { kind: predicate.kind, focus: predicate.focus, of: predicate.of.map(predicateView) };
}
