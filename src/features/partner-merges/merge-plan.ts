/** What one company will be that is two now: worked out from the facts of both, by each programme of either. */
import { setImmediate } from 'node:timers/promises';
import type { MergedLevel, MergeEffect } from '../../contract/partner-merges.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { FactsExemption, FactsMembership } from '../../domain/facts/facts-document.ts';
import type { LifecycleState } from '../../domain/membership/lifecycle.ts';
import { isHeld, nextAnniversary } from '../../domain/membership/membership-terms.ts';
import { addedMetrics, type MergedPeople, mergedFacts } from '../../domain/merge/merged-facts.ts';
import { mergedMemberships } from '../../domain/merge/merged-memberships.ts';
import { levelKey } from '../../domain/projection/level-history.ts';
import { addDays, addMonths, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { SamePerson } from '../../store/merged-people-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { learnSizesOfPeople } from '../../store/partner-merge-runs-store.ts';
import { dayOf } from '../../store/user-status.ts';
import { type PartnerAnswer, partnerAnswer } from '../shared/partner-answer.ts';
import { type LevelStanding, partnerHoldings } from '../shared/partner-lifecycle.ts';
import type { Services } from '../shared/services.ts';

/** Months for which an association made in PMC counts once the company has moved. */
const PMC_MONTHS = 6;

/** A level that was met and not bought is kept for a year where no membership says how long. */
const DAYS_KEPT = 365;

/** Whoever works on merges, as entries name it. */
export const SYSTEM = { kind: 'system', name: 'partner-merges' } as const;

export interface MergePlan {
  readonly pmc: Pick<MergedPeople, 'pmcGoesOn' | 'pmcUntil'>;
  readonly memberships: readonly FactsMembership[];
  readonly exemptions: readonly FactsExemption[];
  readonly notAdded: readonly string[];
  readonly judgedBy: { readonly from: number; readonly into: number };
  readonly shown: Pick<MergeEffect, 'memberships' | 'anniversary' | 'levels' | 'figures' | 'notAdded'>;
}

/** How far a state has come; what has lapsed, or is in grace, is not taken along as held. */
const REACHED: Readonly<Record<LifecycleState, number>> = {
  started: 1,
  lapsed: 1,
  'in-grace': 2,
  qualified: 3,
  'at-risk': 4,
  active: 4,
};

function reached(state: LifecycleState | null | undefined): number {
  return state == null ? 0 : REACHED[state];
}

/**
 * Associations made in PMC are judged by the company's own move from there. One that was never in PMC has none: there
 * they count for as long as they would have at the former company, or, of one that is still in PMC, as after a move today.
 */
function pmcOf(from: PartnerAnswer, into: PartnerAnswer, day: Day): MergePlan['pmc'] {
  const moved = from.partner.movedFromPmcOn === null ? null : parseDay(from.partner.movedFromPmcOn);
  const over = moved === null ? null : addMonths(moved, PMC_MONTHS);
  if (over !== null && over <= day) return { pmcGoesOn: false, pmcUntil: null };
  const until = into.partner.origin === 'native' ? (over ?? addMonths(day, PMC_MONTHS)) : null;
  return { pmcGoesOn: true, pmcUntil: until };
}

interface OfProgramme {
  readonly memberships: readonly FactsMembership[];
  readonly exemptions: readonly FactsExemption[];
  readonly shown: Pick<MergeEffect, 'memberships' | 'levels'>;
  readonly anniversary: Day | null;
}

function statesOf(levels: readonly LevelStanding[]): ReadonlyMap<string, LifecycleState> {
  return new Map(levels.map((level) => [levelKey(level), level.state]));
}

function heldView(answer: PartnerAnswer, programme: Programme, day: Day) {
  return partnerHoldings(answer, programme, day)
    .filter(isHeld)
    .map(({ offer, anniversary }) => ({
      offer: offer.id,
      name: offer.name,
      anniversary: formatDay(anniversary),
    }));
}

function mergedByProgramme(
  from: PartnerAnswer,
  into: PartnerAnswer,
  day: Day,
  how: MergedPeople,
): OfProgramme {
  const { programme, asOf } = into;
  const adds = (metric: string) => programme.metrics.get(metric)?.adds ?? true;
  const { membership: policy } = programme;
  const memberships =
    policy === null
      ? []
      : mergedMemberships(
          policy,
          partnerHoldings(from, programme, day),
          partnerHoldings(into, programme, day),
          day,
        );
  const facts = mergedFacts(from.facts, into.facts, day, { ...how, adds });
  const bought = { ...facts, memberships: [...(into.facts.memberships ?? []), ...memberships] };
  const answerOf = (exemptions: readonly FactsExemption[]) =>
    partnerAnswer(
      { ...into, facts: { ...bought, exemptions: [...(facts.exemptions ?? []), ...exemptions] } },
      programme,
      asOf,
    );
  const plain = answerOf([]);
  const anniversary = nextAnniversary(partnerHoldings(plain, programme, day), day);
  const until = formatDay(anniversary ?? addDays(day, DAYS_KEPT));
  const states = {
    from: statesOf(from.levelStandings()),
    into: statesOf(into.levelStandings()),
    plain: statesOf(plain.levelStandings()),
  };
  const keys = [...new Set([...states.from.keys(), ...states.into.keys(), ...states.plain.keys()])];
  const lacking = new Set(
    keys.filter((key) => {
      const before = Math.max(reached(states.from.get(key)), reached(states.into.get(key)));
      return before >= REACHED.qualified && reached(states.plain.get(key)) < before;
    }),
  );
  const levels = programme.competencies.flatMap((competency) =>
    programme.levels
      .map((level) => ({ competency, level, key: levelKey({ competency: competency.id, level: level.id }) }))
      .filter(({ key }) => keys.includes(key)),
  );
  const exemptions = levels
    .filter(({ key }) => lacking.has(key))
    .map(({ competency, level }) => ({
      competency: competency.id,
      level: level.id,
      from: formatDay(day),
      until,
      reason: from.partner.name,
    }));
  const after = exemptions.length === 0 ? plain : answerOf(exemptions);
  const afterwards = statesOf(after.levelStandings());
  return {
    memberships,
    exemptions,
    anniversary,
    shown: {
      memberships: {
        from: heldView(from, programme, day),
        into: heldView(into, programme, day),
        after: heldView(after, programme, day),
      },
      levels: levels.map(
        ({ competency, level, key }): MergedLevel => ({
          programme: programme.id,
          competency: competency.id,
          name: competency.name,
          level: level.id,
          levelName: level.name,
          from: states.from.get(key) ?? null,
          into: states.into.get(key) ?? null,
          after: afterwards.get(key) ?? null,
          keptUntil: lacking.has(key) ? until : null,
        }),
      ),
    },
  };
}

/** The programmes of either company; of two that take part in none, the one by which they are answered. */
async function programmesOfBoth(
  { programmesOf }: Pick<Services, 'programmesOf'>,
  from: PartnerId,
  into: PartnerId,
): Promise<readonly Programme[]> {
  const both = [...(await programmesOf(into)), ...(await programmesOf(from))];
  const enrolled = both.filter((each) => each.enrolled);
  return [...new Set((enrolled.length > 0 ? enrolled : both).map(({ programme }) => programme))];
}

/** `null` when the people of the one are at the other already: they were merged in the meantime. */
export async function planMerge(
  services: Pick<Services, 'answers' | 'database' | 'programmes' | 'programmesOf' | 'now'>,
  from: PartnerId,
  into: PartnerId,
  same: readonly SamePerson[],
): Promise<MergePlan | null> {
  await services.database.asNetwork({ actor: SYSTEM }, learnSizesOfPeople);
  const today = dayOf(services.now());
  const day = parseDay(today)!;
  const asOf = { validAt: today, knownAt: null };
  const programmes = await programmesOfBoth(services, from, into);
  const answers = [];
  for (const programme of programmes) {
    answers.push({
      from: await services.answers.of(from, programme, asOf),
      into: await services.answers.of(into, programme, asOf),
    });
  }
  const [first] = answers;
  const there = new Set((first!.into.facts.people ?? []).map(({ id }) => id));
  if ((first!.from.facts.people ?? []).some(({ id }) => there.has(id))) return null;
  const pmc = pmcOf(first!.from, first!.into, day);
  const how = { ...pmc, same: new Map(same.map(({ userId, keepUserId }) => [userId, keepUserId])) };
  const parts: OfProgramme[] = [];
  for (const pair of answers) {
    parts.push(mergedByProgramme(pair.from, pair.into, day, how));
    // Each takes a while for tens of thousands of people: in between, others are answered.
    await setImmediate();
  }
  const rates = [...services.programmes.values()].flatMap(({ metrics }) =>
    [...metrics.values()].filter(({ adds }) => !adds),
  );
  const notAdded = [...new Set(rates.map(({ id }) => id))];
  const { metrics = [] } = first!.from.facts;
  const known = new Set(metrics.map(({ metric }) => metric));
  const dropped = new Map(rates.filter(({ id }) => known.has(id)).map(({ id, name }) => [id, name]));
  const ahead = parts.flatMap(({ anniversary }) => anniversary ?? []);
  return {
    pmc,
    memberships: parts.flatMap((part) => part.memberships),
    exemptions: parts.flatMap((part) => part.exemptions),
    notAdded,
    judgedBy: {
      from: Math.min(...answers.map((pair) => pair.from.evidenceVersion)),
      into: Math.min(...answers.map((pair) => pair.into.evidenceVersion)),
    },
    shown: {
      memberships: {
        from: parts.flatMap(({ shown }) => shown.memberships.from),
        into: parts.flatMap(({ shown }) => shown.memberships.into),
        after: parts.flatMap(({ shown }) => shown.memberships.after),
      },
      anniversary: ahead.length === 0 ? null : formatDay(Math.max(...ahead) as Day),
      levels: parts.flatMap(({ shown }) => shown.levels),
      figures: addedMetrics(metrics, [], (metric) => !notAdded.includes(metric)).length,
      notAdded: [...dropped.values()],
    },
  };
}
