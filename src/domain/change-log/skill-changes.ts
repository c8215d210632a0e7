/**
 * What became of the skills of people between two answers about a company, by the rows of its skills report. A row
 * stands for one skill of one person, so that the figures here are those of the two reports.
 */

export interface ComparedReason {
  readonly code: string;
}

export interface ComparedSkill<Reason extends ComparedReason> {
  readonly userId: string;
  readonly skillId: string;
  /** `YYYY-MM-DD` */
  readonly achievedOn: string;
  readonly countsNow: boolean;
  /** Why it does not count. */
  readonly reason: Reason | null;
}

/**
 * `gained`: counts, and did not before; `lost`: counted, and does no longer; `listed`: new in the report without
 * counting; `gone`: no longer listed, and did not count; `other-reason`: still does not count, for another reason.
 */
export const SKILL_CHANGES = ['gained', 'lost', 'listed', 'gone', 'other-reason'] as const;
export type SkillChangeKind = (typeof SKILL_CHANGES)[number];

/**
 * `achieved`: earned in between; `recorded`: earned before, known only since; `person-joined`: held by somebody who came
 * in between; `reason-over`: what kept it from counting is over; `reason`: why it does not count; `not-listed`: it is
 * no longer in the report at all.
 */
export const CHANGE_CAUSES = [
  'achieved',
  'recorded',
  'person-joined',
  'reason-over',
  'reason',
  'not-listed',
] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

export interface SkillChange<Row> {
  readonly change: SkillChangeKind;
  readonly cause: ChangeCause;
  /** As it is, or as it was where it is gone. */
  readonly row: Row;
  /** As it was; `null` where it was not listed. */
  readonly before: Row | null;
}

export interface ComparedTimes {
  /** `YYYY-MM-DD`, the day of the first answer. */
  readonly since: string;
  /** First day of a person in the company, where it is known. */
  readonly joinedOn: (userId: string) => string | null;
}

type AnyRow = ComparedSkill<ComparedReason>;

function causeOfNew(row: AnyRow, { since, joinedOn }: ComparedTimes): ChangeCause {
  if (row.achievedOn > since) return 'achieved';
  const joined = joinedOn(row.userId);
  return joined !== null && joined > since ? 'person-joined' : 'recorded';
}

function changeOf<Row extends AnyRow>(
  before: Row | null,
  after: Row,
  times: ComparedTimes,
): SkillChange<Row> | null {
  if (before === null) {
    return after.countsNow
      ? { change: 'gained', cause: causeOfNew(after, times), row: after, before }
      : { change: 'listed', cause: 'reason', row: after, before };
  }
  if (before.countsNow !== after.countsNow) {
    return after.countsNow
      ? { change: 'gained', cause: causeOfGain(before, after, times), row: after, before }
      : { change: 'lost', cause: 'reason', row: after, before };
  }
  return before.reason?.code === after.reason?.code
    ? null
    : { change: 'other-reason', cause: 'reason', row: after, before };
}

/** A skill that was earned again counts because of that; else what was in its way is over. */
function causeOfGain(before: AnyRow, after: AnyRow, { since }: ComparedTimes): ChangeCause {
  if (after.achievedOn > since) return 'achieved';
  return after.achievedOn === before.achievedOn ? 'reason-over' : 'recorded';
}

/** The rows of each person, whose rows stand together; a place becomes empty when its row has been found again. */
function byPerson<Row extends AnyRow>(rows: readonly Row[]): ReadonlyMap<string, (Row | null)[]> {
  const people = new Map<string, (Row | null)[]>();
  let person: string | null = null;
  let own: (Row | null)[] = [];
  for (const row of rows) {
    if (row.userId !== person) {
      person = row.userId;
      own = people.get(person) ?? [];
      people.set(person, own);
    }
    own.push(row);
  }
  return people;
}

/** Changes in the order of the later report, then what is gone from it in the order of the people of the earlier one. */
export function skillChanges<Row extends AnyRow>(
  before: readonly Row[],
  after: readonly Row[],
  times: ComparedTimes,
): readonly SkillChange<Row>[] {
  const earlier = byPerson(before);
  const changes: SkillChange<Row>[] = [];
  let person: string | null = null;
  let own: (Row | null)[] = [];
  for (const row of after) {
    if (row.userId !== person) {
      person = row.userId;
      own = earlier.get(person) ?? [];
    }
    const place = own.findIndex((each) => each !== null && each.skillId === row.skillId);
    const was = place < 0 ? null : own[place]!;
    if (was !== null) own[place] = null;
    const change = was === row ? null : changeOf(was, row, times);
    if (change !== null) changes.push(change);
  }
  for (const rows of earlier.values()) {
    for (const row of rows) {
      if (row === null) continue;
      changes.push({ change: row.countsNow ? 'lost' : 'gone', cause: 'not-listed', row, before: row });
    }
  }
  return changes;
}
