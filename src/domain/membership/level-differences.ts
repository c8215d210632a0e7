/** What a change of the rules has meant for a company: levels whose requirements are met now, or are no longer. */
import type { LifecycleState } from './lifecycle.ts';

/** A level of a company as the network remembers it. */
export interface StandingLevel {
  readonly competency: string;
  readonly level: string;
  readonly state: LifecycleState;
  /** Its requirements are met, or an exemption holds it. */
  readonly met: boolean;
  /** `YYYY-MM-DD`; of a level that is held, the first day on which it is lost by what is known. */
  readonly lostOn: string | null;
  readonly anniversary: string | null;
}

export interface NamedLevel {
  readonly competency: string;
  readonly level: string;
}

export interface RulesChange {
  /** Version of the rules before. */
  readonly from: string;
  /** `YYYY-MM-DD` on which the new rules were first asked. */
  readonly on: string;
  readonly gained: readonly NamedLevel[];
  readonly lost: readonly NamedLevel[];
  /** Neither facts nor days can have made the difference: it is the rules alone. */
  readonly alone: boolean;
}

/** How a company stands in a programme, by the rules of a version, on a day. */
export interface StandingByRules {
  readonly catalogue: string;
  readonly evidenceVersion: number;
  readonly seenOn: string;
  /** First day on which it may differ by what was known. */
  readonly changesOn: string;
  readonly levels: readonly StandingLevel[];
}

function metOnly(levels: readonly StandingLevel[], others: readonly StandingLevel[]): readonly NamedLevel[] {
  const keyOf = ({ competency, level }: NamedLevel) => `${competency}/${level}`;
  const met = new Set(others.filter((level) => level.met).map(keyOf));
  return levels
    .filter((level) => level.met && !met.has(keyOf(level)))
    .map(({ competency, level }) => ({ competency, level }));
}

/**
 * What the last change of the rules meant, when the company stands as `now`.
 * @param before how it stood when it was looked at last, with what the change before that had meant; null at the first look
 */
export function lastRulesChange(
  before: (StandingByRules & { readonly rulesChange: RulesChange | null }) | null,
  now: StandingByRules,
): RulesChange | null {
  if (before === null) return null;
  if (before.catalogue === now.catalogue) return before.rulesChange;
  return {
    from: before.catalogue,
    on: now.seenOn,
    gained: metOnly(now.levels, before.levels),
    lost: metOnly(before.levels, now.levels),
    alone:
      before.evidenceVersion === now.evidenceVersion &&
      before.seenOn <= now.seenOn &&
      now.seenOn < before.changesOn,
  };
}

/** Levels held by a membership that will not be, and the first day of that; a level that is lost already has no day. */
export function threatened(levels: readonly StandingLevel[]): {
  readonly count: number;
  readonly firstLoss: string | null;
} {
  const atRisk = levels.filter(({ state }) => state === 'at-risk');
  const days = atRisk.flatMap(({ lostOn }) => lostOn ?? []).sort();
  return { count: atRisk.length, firstLoss: days[0] ?? null };
}
