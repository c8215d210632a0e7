import type { ImportRun } from '../../contract/imports.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { withFiguresOn } from '../../domain/facts/figures-on.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { loadFacts } from '../../store/facts-store.ts';
import { evaluateFacts } from '../shared/evaluate-facts.ts';
import { withOwnExemptions } from '../shared/own-exemptions.ts';

/** Level by `programme/competency`. */
export type Levels = ReadonlyMap<string, string>;
export type Effect = ImportRun['effect'];

/** The level attained in each competency by the facts that this transaction sees, its own writes included. */
export async function attainedLevels(
  tx: TenantTransaction,
  programmes: readonly Programme[],
  day: string,
): Promise<Levels> {
  const facts = withFiguresOn((await loadFacts(tx)).facts, day);
  return new Map(
    programmes.flatMap((programme) =>
      evaluateFacts(withOwnExemptions(facts, programme), programme, {
        validAt: day,
        knownAt: null,
      }).attained.map(({ competency, level }) => [`${programme.id}/${competency}`, level] as const),
    ),
  );
}

/** The levels that differ, in the order of the programmes. */
export function changedLevels(programmes: readonly Programme[], before: Levels, after: Levels): Effect {
  return programmes.flatMap(({ id: programme, competencies }) =>
    competencies.flatMap(({ id: competency }) => {
      const key = `${programme}/${competency}`;
      const [from, to] = [before.get(key) ?? null, after.get(key) ?? null];
      return from === to ? [] : [{ programme, competency, before: from, after: to }];
    }),
  );
}

/** Levels kept with an import while it is applied, to compare with at the end. */
export function notedLevels(levels: Levels): Effect {
  return [...levels].map(([key, level]) => {
    const [programme = '', competency = ''] = key.split('/');
    return { programme, competency, before: level, after: level };
  });
}

/** @param byDefault programme of imports from before a company could take part in several */
export function levelsNoted(effect: Effect, byDefault: string): Levels {
  return new Map(
    effect.flatMap(({ programme = byDefault, competency, before }) =>
      before === null ? [] : [[`${programme}/${competency}`, before] as const],
    ),
  );
}
