import type { ProgrammeView } from '../../src/contract/catalogue.ts';
import type { LocalText } from '../../src/contract/common.ts';
import { useLocalText } from '../messages/use-text.ts';

export interface ScoreNames {
  nameOf(metric: string): string;
  /** The unit that the rule names, or the metric's own. */
  unitOf(metric: string, named?: LocalText | null): string;
  /** Names of association types, one after the other; empty when the rule names none. */
  associationsOf(types: readonly string[] | null): string;
}

/** Names of what a score rule mentions by id. */
export function useScoreNames(programme: ProgrammeView): ScoreNames {
  const local = useLocalText();
  return {
    nameOf(metric) {
      const known = programme.metrics[metric];
      return known === undefined ? metric : local(known.name);
    },
    unitOf(metric, named = null) {
      if (named !== null) return local(named);
      const known = programme.metrics[metric];
      return known === undefined ? '' : local(known.unit);
    },
    associationsOf: (types) =>
      (types ?? [])
        .map((type) => {
          const name = programme.associationTypes[type];
          return name === undefined ? type : local(name);
        })
        .join(' · '),
  };
}
