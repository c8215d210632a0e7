import type { ImportRun } from '../../contract/imports.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { loadFacts } from '../../store/facts-store.ts';
import { evaluateFacts } from '../shared/evaluate-facts.ts';

export type Levels = ReadonlyMap<string, string>;
export type Effect = ImportRun['effect'];

/** The level attained in each competency by the facts that this transaction sees, its own writes included. */
export async function attainedLevels(
  tx: TenantTransaction,
  programme: Programme,
  day: string,
): Promise<Levels> {
  const { facts } = await loadFacts(tx);
  const { attained } = evaluateFacts(facts, programme, { validAt: day, knownAt: null });
  return new Map(attained.map(({ competency, level }) => [competency, level]));
}

/** The levels that differ, in the order of the programme. */
export function changedLevels(programme: Programme, before: Levels, after: Levels): Effect {
  return programme.competencies.flatMap(({ id }) => {
    const [from, to] = [before.get(id) ?? null, after.get(id) ?? null];
    return from === to ? [] : [{ competency: id, before: from, after: to }];
  });
}
