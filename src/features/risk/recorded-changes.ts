import type { RankedLevel } from '../../contract/risk-ranking.ts';
import type { ListFilter } from '../../domain/list-filter/list-filter.ts';
import { parseKnownBound } from '../../domain/time/instant.ts';
import { type AuditEvent, listAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { loadDirectory } from '../../store/directory-store.ts';
import { type Directory, personRef } from '../shared/person-refs.ts';
import type { PlainRankedLevel } from './ranked-levels.ts';

/** Acts after which somebody counts no longer, or not as before; sign-ins and mails take nothing away. */
const TAKES_AWAY = ['user.left', 'user.deleted', 'association.ended'] as const;

const TOLD_PER_LEVEL = 3;
const READ = 200;
const USER = 'user:';

function isAnyOf(field: string, texts: readonly string[]): ListFilter {
  const parts = texts.map(
    (text): ListFilter => ({
      kind: 'compare',
      field,
      fieldKind: 'text',
      comparison: 'eq',
      value: { kind: 'text', text },
    }),
  );
  return { kind: 'or', parts };
}

export interface RecordedChanges {
  readonly events: readonly AuditEvent[];
  /** Who acted. */
  readonly actors: Directory;
}

/** What was recorded about the people who take levels away, as far as it was known at the time of the question. */
export async function recordedChanges(
  tx: TenantTransaction,
  levels: readonly PlainRankedLevel[],
  knownAt: string | null,
): Promise<RecordedChanges> {
  const people = new Set(
    levels.flatMap(({ cause }) => cause.flatMap((each) => each.people.map(({ id }) => id))),
  );
  if (people.size === 0) return { events: [], actors: new Map() };
  const subjects = isAnyOf(
    'subject',
    [...people].map((id) => `${USER}${id}`),
  );
  const filter: ListFilter = { kind: 'and', parts: [subjects, isAnyOf('action', TAKES_AWAY)] };
  const end = (knownAt === null ? null : parseKnownBound(knownAt)) ?? Number.POSITIVE_INFINITY;
  const events = (await listAudit(tx, { filter, top: READ, skip: 0 })).filter(
    ({ at }) => at.getTime() <= end,
  );
  const acting = events.flatMap(({ actor }) => (actor.startsWith(USER) ? [actor.slice(USER.length)] : []));
  return { events, actors: await loadDirectory(tx, [...new Set(acting)]) };
}

/** The latest of them about the people of one level's cause. */
export function changesOf(
  { cause }: PlainRankedLevel,
  { events, actors }: RecordedChanges,
  mayNames: boolean,
): RankedLevel['changes'] {
  const people = new Map(
    cause.flatMap((each) => each.people.map((person) => [`${USER}${person.id}`, person])),
  );
  return events
    .flatMap(({ at, action, actor, subject }) => {
      const person = people.get(subject ?? '');
      if (person === undefined) return [];
      const by = actor.startsWith(USER) ? personRef(actors, actor.slice(USER.length), mayNames).label : null;
      return [{ at: at.toISOString(), action, actor: by, person }];
    })
    .slice(0, TOLD_PER_LEVEL);
}
