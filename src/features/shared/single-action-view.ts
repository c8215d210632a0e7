import type { SingleActionView } from '../../contract/explanation.ts';
import type { SingleAction } from '../../domain/explanation/single-actions.ts';

/** So many names are enough to choose from. */
const MOST_NAMED = 12;

export function singleActionView(action: SingleAction): SingleActionView {
  if (action.kind !== 'obtain') return action;
  return { ...action, people: action.people.slice(0, MOST_NAMED), count: action.people.length };
}

/** Everybody whom actions name. */
export function peopleOfActions(actions: readonly SingleActionView[]): readonly string[] {
  return actions.flatMap((action) => {
    if (action.kind === 'obtain') return action.people;
    return action.kind === 'associate' ? [action.person] : [];
  });
}
