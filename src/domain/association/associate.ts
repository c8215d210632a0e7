/**
 * Who may associate a learning account with a partner, and when. Pure decisions: the caller loads the history of
 * the account over all partners, asks, and writes what is decided in the same transaction.
 *
 * Limits are counted in UTC days, so that the date a refusal names is one on which it works from the first minute.
 */
import { addDays, type Day } from '../time/day.ts';
import { dayOfInstant } from '../time/instant.ts';

/** Days between two starts. */
const DAYS_BETWEEN_STARTS = 30;
/** At most this many starts … */
const MOST_STARTS = 3;
/** … in this many days. */
const STARTS_PERIOD_DAYS = 365;

/** One association of the account, past or present, at any partner. Instants are milliseconds since 1970 UTC. */
export interface AccountAssociation {
  readonly id: string;
  readonly partner: string;
  readonly user: string;
  readonly via: 'partner-center' | 'pmc';
  readonly from: number;
  readonly until: number | null;
  /** It goes on from a company that became part of this one: nobody has started it anew. */
  readonly continues?: boolean;
}

export interface StartRequest {
  readonly partner: string;
  readonly user: string;
  /** Who asks; only the person himself or herself may. */
  readonly actor: string;
  readonly at: number;
  /** The user's last day of employment has passed: the first day after it. */
  readonly leftOn: Day | null;
}

export type StartDecision =
  | {
      readonly kind: 'start';
      /** Associations that end at the same instant, so that the account has one partner at a time. */
      readonly ends: readonly AccountAssociation[];
      /** When the account could be associated again after this. */
      readonly nextPossibleOn: Day;
    }
  | { readonly kind: 'not-the-holder' }
  | { readonly kind: 'user-left'; readonly on: Day }
  | { readonly kind: 'already-associated'; readonly since: number }
  | { readonly kind: 'too-soon'; readonly nextPossibleOn: Day }
  | { readonly kind: 'too-many'; readonly nextPossibleOn: Day };

export interface EndRequest {
  readonly association: AccountAssociation | null;
  readonly actor: string;
  /** The actor administers users of the association's partner. */
  readonly isAdmin: boolean;
  /** First day on which the associated user is no longer employed. */
  readonly leftOn: Day | null;
  readonly at: number;
}

export type EndDecision =
  | { readonly kind: 'end'; readonly association: AccountAssociation }
  | { readonly kind: 'not-associated' }
  | { readonly kind: 'already-ended'; readonly on: number }
  | { readonly kind: 'not-the-holder' }
  | { readonly kind: 'not-a-leaver' };

function isActive(association: AccountAssociation, at: number): boolean {
  return association.from <= at && (association.until === null || at < association.until);
}

/** Days of the starts that count against the limits, latest first. What PMC brought over was no choice. */
function startDays(history: readonly AccountAssociation[]): readonly Day[] {
  return history
    .filter(({ via, continues }) => via === 'partner-center' && continues !== true)
    .map(({ from }) => dayOfInstant(from))
    .sort((left, right) => right - left);
}

function afterLastStart(starts: readonly Day[]): Day | null {
  return starts[0] === undefined ? null : addDays(starts[0], DAYS_BETWEEN_STARTS);
}

/** The period reaches back 365 days, that day included: the oldest start must lie one day further back. */
function afterMostStarts(starts: readonly Day[]): Day | null {
  const oldest = starts[MOST_STARTS - 1];
  return oldest === undefined ? null : addDays(oldest, STARTS_PERIOD_DAYS + 1);
}

/** The first day from `today` on which the account may be associated, with this or another partner. */
export function nextPossibleStart(history: readonly AccountAssociation[], today: Day): Day {
  const starts = startDays(history);
  return Math.max(today, afterLastStart(starts) ?? today, afterMostStarts(starts) ?? today) as Day;
}

export function decideStart(request: StartRequest, history: readonly AccountAssociation[]): StartDecision {
  const { partner, user, actor, at, leftOn } = request;
  const today = dayOfInstant(at);
  if (actor !== user) return { kind: 'not-the-holder' };
  if (leftOn !== null && today >= leftOn) return { kind: 'user-left', on: leftOn };
  const active = history.filter((association) => isActive(association, at));
  const current = active.find(
    (association) =>
      association.via === 'partner-center' && association.partner === partner && association.user === user,
  );
  if (current !== undefined) return { kind: 'already-associated', since: current.from };
  const starts = startDays(history);
  const nextPossibleOn = nextPossibleStart(history, today);
  if (nextPossibleOn > today) {
    const soonest = afterLastStart(starts);
    return { kind: soonest !== null && soonest > today ? 'too-soon' : 'too-many', nextPossibleOn };
  }
  // An association made in PMC stays beside the new one of the same user; everything else ends.
  const ends = active.filter(
    (association) =>
      !(association.via === 'pmc' && association.partner === partner && association.user === user),
  );
  const started = { id: '', partner, user, via: 'partner-center', from: at, until: null } as const;
  return { kind: 'start', ends, nextPossibleOn: nextPossibleStart([...history, started], today) };
}

/** Ending is never limited in number. An admin may only end what a leaver left behind. */
export function decideEnd({ association, actor, isAdmin, leftOn, at }: EndRequest): EndDecision {
  if (association === null) return { kind: 'not-associated' };
  if (association.until !== null && association.until <= at) {
    return { kind: 'already-ended', on: association.until };
  }
  if (actor === association.user) return { kind: 'end', association };
  if (!isAdmin) return { kind: 'not-the-holder' };
  return leftOn !== null && dayOfInstant(at) >= leftOn
    ? { kind: 'end', association }
    : { kind: 'not-a-leaver' };
}
