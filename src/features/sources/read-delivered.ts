import { createHash } from 'node:crypto';
import type { RecordRefusal, SourceRecordInput } from '../../contract/sources.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { type Day, parseDay } from '../../domain/time/day.ts';
import type { SourceRecord } from '../../store/source-records-store.ts';

/** Records that a source pushes itself are the strongest evidence. */
const SOURCE_PUSH = 4;

/** Ids as the catalogue writes them; an alias stands for its skill, an unknown id is kept as it is. */
const SKILL_ID = /^(exam|cert|assessment|external|credential):\S{1,200}$/;

/** Why a record cannot be kept; null when it can. */
export function refusalOf(record: SourceRecordInput): RecordRefusal | null {
  if (record.externalId === '' || record.accountId === '') return 'missing-value';
  if (!SKILL_ID.test(record.skill)) return 'bad-skill-id';
  for (const day of [record.achievedOn, record.expiresOn, record.revokedOn]) {
    if (day != null && parseDay(day) === null) return 'bad-date';
  }
  return record.expiresOn != null && record.expiresOn < record.achievedOn ? 'expires-before-achieved' : null;
}

export function recordOf(record: SourceRecordInput, { aliases }: Programme): SourceRecord {
  return {
    externalId: record.externalId,
    accountId: record.accountId,
    skill: aliases.get(record.skill) ?? record.skill,
    achievedOn: record.achievedOn,
    expiresOn: record.expiresOn ?? null,
    revokedOn: record.revokedOn ?? null,
    certificateNumber: record.certificateNumber ?? null,
    grade: SOURCE_PUSH,
  };
}

/** What tells a refused record from others: its id, else all that was sent. */
export function refusedName(record: SourceRecordInput): string {
  if (record.externalId !== '') return record.externalId;
  return `without id ${createHash('sha256').update(JSON.stringify(record)).digest('base64url')}`;
}

/** Days between completion and delivery of the record in the middle, and the latest completion; null of no records. */
export function lagOf(
  records: readonly SourceRecord[],
  today: Day,
): { readonly lagDays: number | null; readonly latestCompletion: string | null } {
  if (records.length === 0) return { lagDays: null, latestCompletion: null };
  const days = records.map(({ achievedOn }) => achievedOn).sort();
  const middle = parseDay(days[Math.floor((days.length - 1) / 2)]!)!;
  return { lagDays: Math.max(0, today - middle), latestCompletion: days.at(-1)! };
}
