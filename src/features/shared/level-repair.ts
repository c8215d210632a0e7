import type { SingleActionView } from '../../contract/explanation.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { singleActions } from '../../domain/explanation/single-actions.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { explainFacts } from './evaluate-facts.ts';
import { singleActionView } from './single-action-view.ts';

export interface LevelRepair {
  /** Everything that would keep the level by itself; empty when no single thing would. */
  readonly actions: SingleActionView[];
  /** Everything was tried. */
  readonly actionsComplete: boolean;
  /** How many further people with the right skills meet the requirements by the nearest way; 0: people are not what is missing. */
  readonly peopleMissing: number;
}

/** The facts are explained once for a day, whatever number of levels is lost on it. */
export function levelRepairs(
  facts: FactsDocument,
  programme: Programme,
  knownAt: string | null,
): (level: { readonly competency: string; readonly level: string }, on: string) => LevelRepair {
  const explained = new Map<string, ReturnType<typeof explainFacts>>();
  return ({ competency, level }, on) => {
    const asOf = { validAt: on, knownAt };
    const answer = explained.get(on) ?? explainFacts(facts, programme, asOf, null);
    explained.set(on, answer);
    const { result, verdicts } = answer;
    const { competencies } = result;
    // The option that is nearest is tried first.
    const options = competencies
      .filter((option) => option.competency === competency && option.level === level)
      .sort((left, right) => left.shortfall.people - right.shortfall.people);
    const peopleMissing = options[0]?.shortfall.people ?? 0;
    let actionsComplete = true;
    for (const option of options) {
      const found = singleActions(facts, programme, asOf, option, { competencies, verdicts });
      actionsComplete &&= found.complete;
      if (found.actions.length > 0) {
        const actions = found.actions.map(singleActionView);
        return { actions, actionsComplete: found.complete, peopleMissing };
      }
    }
    return { actions: [], actionsComplete, peopleMissing };
  };
}
