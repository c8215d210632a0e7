import type { Overview } from '../../contract/competencies.ts';
import { parseKnownBound } from '../../domain/time/instant.ts';
import type { AuditEvent } from '../../store/audit-store.ts';
import { type Directory, personRef } from '../shared/person-refs.ts';

/** Events after which levels and reports may look different; sign-ins and what leads to them, downloads and files that only wait are not news. */
const CHANGES =
  /^(import\.done|user\.(?!first-sign-in-sent|sign-in-reset)|records\.|association\.|metric|demo)/;

const SHOWN = 10;
const USER = 'user:';

function actorLabel(actor: string, directory: Directory, mayNames: boolean): string | null {
  if (!actor.startsWith(USER)) return null;
  return personRef(directory, actor.slice(USER.length), mayNames).label;
}

/**
 * The last changes of a company's facts among its audit events, newest first.
 * @param knownAt a day or an instant: what was done later was not known then
 */
export function changesAmong(events: readonly AuditEvent[], knownAt: string | null): readonly AuditEvent[] {
  const end = (knownAt === null ? null : parseKnownBound(knownAt)) ?? Number.POSITIVE_INFINITY;
  return events.filter(({ action, at }) => CHANGES.test(action) && at.getTime() <= end).slice(0, SHOWN);
}

/** Ids of the users who acted. */
export function actorsOf(events: readonly AuditEvent[]): string[] {
  const actors = events.flatMap(({ actor }) => (actor.startsWith(USER) ? [actor.slice(USER.length)] : []));
  return [...new Set(actors)];
}

/** Changes as the page lists them. Details of other people stay out without the right to names. */
export function recentChanges(
  events: readonly AuditEvent[],
  directory: Directory,
  mayNames: boolean,
): Overview['recentChanges'] {
  return events.map(({ at, action, actor, details }) => ({
    at: at.toISOString(),
    action,
    actor: actorLabel(actor, directory, mayNames),
    detail: mayNames ? details : {},
  }));
}
