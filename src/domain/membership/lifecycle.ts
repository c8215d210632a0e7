/**
 * The state of one level of one competency, computed from when its requirements were met and which memberships were
 * bought; it is never typed in. A level that was earned within a year of membership is kept until that year ends.
 */
import type { LossCause } from '../projection/loss-causes.ts';
import type { Day } from '../time/day.ts';
import type { MembershipTerm } from './membership-terms.ts';

export const LIFECYCLE_STATES = ['started', 'qualified', 'active', 'at-risk', 'in-grace', 'lapsed'] as const;
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/** Days on which the requirements of a level were met, or an exemption held it. */
export interface MetSpan {
  /** `null`: at or before the first day that was looked at. */
  readonly from: Day | null;
  /** First day on which it is not met; `null` while it is met. */
  readonly until: Day | null;
  /** An exemption held it all the time. */
  readonly exempt: boolean;
  /** What took it away on the last day. */
  readonly causes: readonly LossCause[];
}

/** A term whose offer covers the level, with the last day on which it can still be renewed. */
export interface CoveringTerm extends MembershipTerm {
  readonly lastDayOfGrace: Day;
}

export interface LevelFacts {
  /** In order, none touching the next. */
  readonly spans: readonly MetSpan[];
  /** In the order of their first days. */
  readonly terms: readonly CoveringTerm[];
}

/** What is known on the day of the question beyond the past. */
export interface LevelOutlook {
  /** Something has been achieved towards the level. */
  readonly started: boolean;
  /** First day on which it is lost by what is known. */
  readonly lostOn: Day | null;
}

export interface LevelState {
  readonly state: LifecycleState;
  /** End of the year of membership that keeps the level, or kept it. */
  readonly anniversary: Day | null;
  /** Last day on which the membership can be renewed; of levels in grace. */
  readonly graceUntil: Day | null;
}

function isMetOn({ from, until }: MetSpan, day: Day): boolean {
  return (from === null || from <= day) && (until === null || day < until);
}

function metSpanOn(spans: readonly MetSpan[], day: Day): MetSpan | undefined {
  return spans.find((span) => isMetOn(span, day));
}

/** Met on some day from the first one of the term to this one. */
function isEarned({ spans }: LevelFacts, { from: begin }: CoveringTerm, day: Day): boolean {
  return spans.some(({ from, until }) => (from === null || from <= day) && (until === null || until > begin));
}

/** The end of an unbroken run of terms from a day on. */
function endOfRun(terms: readonly CoveringTerm[], day: Day): Day {
  let end = day;
  for (const { from, anniversary } of terms) if (from <= end && anniversary > end) end = anniversary;
  return end;
}

function lapseDay({ renewed, anniversary, lastDayOfGrace }: CoveringTerm): Day {
  return renewed ? anniversary : ((lastDayOfGrace + 1) as Day);
}

/** By the past alone: what is known to come makes an active level one at risk, see `levelState`. */
function stateOn(level: LevelFacts, day: Day): LevelState | null {
  const { spans, terms } = level;
  const met = metSpanOn(spans, day);
  const begun = terms.filter(({ from }) => from <= day);
  const running = begun.filter(({ anniversary }) => day < anniversary);
  if (running.some((term) => isEarned(level, term, day))) {
    const anniversary = endOfRun(terms, day);
    return { state: met === undefined ? 'at-risk' : 'active', anniversary, graceUntil: null };
  }
  const ended = begun.filter(
    (term) => term.anniversary <= day && isEarned(level, term, (term.anniversary - 1) as Day),
  );
  const last = ended.at(-1);
  if (last !== undefined) {
    const inGrace = !last.renewed && last.replacedOn === null && day <= last.lastDayOfGrace;
    const { anniversary } = last;
    if (inGrace) return { state: 'in-grace', anniversary, graceUntil: last.lastDayOfGrace };
    const metAnew = met !== undefined && met.from !== null && met.from >= lapseDay(last);
    if (!metAnew) return { state: 'lapsed', anniversary, graceUntil: null };
  }
  return met === undefined ? null : { state: 'qualified', anniversary: null, graceUntil: null };
}

/** `null` when nothing has been achieved towards the level. */
export function levelState(level: LevelFacts, outlook: LevelOutlook, day: Day): LevelState | null {
  const found = stateOn(level, day);
  if (found === null) {
    return outlook.started ? { state: 'started', anniversary: null, graceUntil: null } : null;
  }
  const { lostOn } = outlook;
  const threatened = found.state === 'active' && lostOn !== null && lostOn <= found.anniversary!;
  return threatened ? { ...found, state: 'at-risk' } : found;
}

export type ChangeCause =
  | 'requirements-met'
  | 'exempted'
  | 'bought'
  | 'upgraded'
  | 'renewed'
  | 'requirements-lost'
  | 'anniversary-passed'
  | 'not-renewed'
  | 'not-met-at-renewal'
  /** The company became part of another one. */
  | 'merged';

/** A change of state; `state` is `null` when the level is neither met nor held any more. */
export interface LifecycleChange {
  readonly on: Day;
  readonly state: LifecycleState | null;
  readonly cause: ChangeCause;
  /** What took the requirements away, where they were lost. */
  readonly losses: readonly LossCause[];
  /** The offer whose purchase, renewal or end it is. */
  readonly offer: string | null;
}

function changeDays({ spans, terms }: LevelFacts, until: Day): readonly Day[] {
  const days = new Set<number>();
  for (const span of spans) for (const day of [span.from, span.until]) if (day !== null) days.add(day);
  for (const term of terms) for (const day of [term.from, term.anniversary, lapseDay(term)]) days.add(day);
  return [...days].filter((day) => day <= until).sort((left, right) => left - right) as Day[];
}

function causeOf(
  { spans, terms }: LevelFacts,
  day: Day,
  state: LifecycleState | null,
): Omit<LifecycleChange, 'on' | 'state'> {
  const none = { losses: [], offer: null };
  const bought = terms.find(({ from }) => from === day);
  const ended = terms.findLast((term) => term.anniversary <= day);
  const lost = spans.find(({ until }) => until === day);
  switch (state) {
    case 'active':
      if (bought === undefined) return { ...none, cause: 'requirements-met' };
      if (bought.isUpgrade) return { ...none, cause: 'upgraded', offer: bought.offer.id };
      return {
        ...none,
        cause: terms.some(({ anniversary }) => anniversary === day) ? 'renewed' : 'bought',
        offer: bought.offer.id,
      };
    case 'in-grace':
      return { ...none, cause: 'anniversary-passed', offer: ended?.offer.id ?? null };
    case 'lapsed': {
      if (ended !== undefined && ended.replacedOn === ended.anniversary) {
        return { ...none, cause: 'merged', offer: ended.offer.id };
      }
      const cause = ended?.renewed ? 'not-met-at-renewal' : 'not-renewed';
      return { ...none, cause, offer: ended?.offer.id ?? null };
    }
    case 'qualified': {
      const span = metSpanOn(spans, day);
      return { ...none, cause: span?.exempt ? 'exempted' : 'requirements-met' };
    }
    default:
      return { ...none, cause: 'requirements-lost', losses: lost?.causes ?? [] };
  }
}

/** Every change up to a day, with its cause; the oldest first. A renewal or an upgrade of an active level is one too. */
export function lifecycleHistory(level: LevelFacts, until: Day): readonly LifecycleChange[] {
  const changes: LifecycleChange[] = [];
  let before: LifecycleState | null = null;
  for (const day of changeDays(level, until)) {
    const state = stateOn(level, day)?.state ?? null;
    const goesOn = state === 'active' && level.terms.some(({ from }) => from === day);
    if (state !== before || goesOn) changes.push({ on: day, state, ...causeOf(level, day, state) });
    before = state;
  }
  return changes;
}
