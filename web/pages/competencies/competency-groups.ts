import type { CompetencyStatus } from '../../../src/contract/competencies.ts';

export type Shown = 'all' | 'held' | 'near';

/** One or two people short: near enough to be worth a look this week. */
const NEAR = 2;

function isNear(status: CompetencyStatus): boolean {
  return status.next !== null && status.next.people <= NEAR && status.next.people > 0;
}

export function isShown(status: CompetencyStatus, shown: Shown): boolean {
  if (shown === 'held') return status.attained !== null;
  if (shown === 'near') return isNear(status);
  return true;
}

export interface AreaGroup {
  readonly area: string | null;
  readonly competencies: CompetencyStatus[];
}

/** By area in the order of the catalogue; those without an area at the end. */
export function byArea(statuses: readonly CompetencyStatus[]): AreaGroup[] {
  const groups = new Map<string | null, CompetencyStatus[]>();
  for (const status of statuses) {
    const group = groups.get(status.area);
    if (group === undefined) groups.set(status.area, [status]);
    else group.push(status);
  }
  return [...groups]
    .map(([area, competencies]) => ({ area, competencies }))
    .sort((a, b) => Number(a.area === null) - Number(b.area === null));
}
