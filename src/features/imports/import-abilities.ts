import type { ImportKind } from '../../contract/imports.ts';
import type { Ability } from '../../contract/roles.ts';
import type { Caller, Gate } from '../../http/caller.ts';
import { requireAbility } from '../../http/permissions.ts';

const ABILITY_OF_KIND: Readonly<Record<ImportKind, Ability>> = {
  users: 'import-users',
  'skill-records': 'import-skills',
  'insights-trainings': 'import-skills',
  'ms-learn-transcript': 'import-skills',
  metrics: 'import-metrics',
};

export const IMPORT_ABILITIES: readonly Ability[] = ['import-users', 'import-skills', 'import-metrics'];

export function mayImport(caller: Caller, kind: ImportKind): boolean {
  return caller.abilities.has(ABILITY_OF_KIND[kind]);
}

/** What a file is about decides who may import it; the route alone cannot know. */
export function requireImport(
  caller: Caller,
  kind: ImportKind,
  partnerId: string,
  gate: Gate,
): Promise<void> {
  return requireAbility(caller, ABILITY_OF_KIND[kind], partnerId, gate);
}
