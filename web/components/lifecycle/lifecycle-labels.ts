import type { LevelChangeView, LevelStateView } from '../../../src/contract/memberships.ts';
import type { MessageId } from '../../messages/messages.ts';

export type LifecycleState = LevelStateView['state'];

export const STATE_LABELS: Readonly<Record<LifecycleState, MessageId>> = {
  started: 'lifecycle.started',
  qualified: 'lifecycle.qualified',
  active: 'lifecycle.active',
  'at-risk': 'lifecycle.atRisk',
  'in-grace': 'lifecycle.inGrace',
  lapsed: 'lifecycle.lapsed',
};

export const CAUSE_LABELS: Readonly<Record<LevelChangeView['cause'], MessageId>> = {
  'requirements-met': 'lifecycle.cause.requirements-met',
  exempted: 'lifecycle.cause.exempted',
  bought: 'lifecycle.cause.bought',
  upgraded: 'lifecycle.cause.upgraded',
  renewed: 'lifecycle.cause.renewed',
  'requirements-lost': 'lifecycle.cause.requirements-lost',
  'anniversary-passed': 'lifecycle.cause.anniversary-passed',
  'not-renewed': 'lifecycle.cause.not-renewed',
  'not-met-at-renewal': 'lifecycle.cause.not-met-at-renewal',
  merged: 'lifecycle.cause.merged',
};

/** Held levels before those that are only begun; the highest of them. Levels come from the lowest to the highest. */
export function foremostLevel(
  levels: readonly LevelStateView[],
  competency: string,
): LevelStateView | undefined {
  const own = levels.filter((level) => level.competency === competency);
  return own.findLast(({ state }) => state !== 'started') ?? own.at(-1);
}
