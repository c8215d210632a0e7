import type { z } from 'zod';
import type { SourceRecordsRequestSchema, SourceRecordsResponseSchema } from '../../contract/imports.ts';
import { parseDay } from '../../domain/time/day.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { Actor } from '../../store/database.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { appendSourceRecords } from '../../store/source-records-store.ts';
import type { Services } from '../shared/services.ts';

type Delivered = z.output<typeof SourceRecordsRequestSchema>['records'][number];
type Answer = z.output<typeof SourceRecordsResponseSchema>['value'][number];

/** Records that a source pushes itself are the strongest evidence. */
const SOURCE_PUSH = 4;

/** Ids as the catalogue writes them; an alias stands for its skill, an unknown id is kept as it is. */
const SKILL_ID = /^(exam|cert|assessment|external|credential):\S{1,200}$/;

function refusal(record: Delivered): string | null {
  if (record.externalId === '' || record.accountId === '') return 'missing-value';
  if (!SKILL_ID.test(record.skill)) return 'bad-skill-id';
  for (const day of [record.achievedOn, record.expiresOn, record.revokedOn]) {
    if (day != null && parseDay(day) === null) return 'bad-date';
  }
  return record.expiresOn != null && record.expiresOn < record.achievedOn ? 'expires-before-achieved' : null;
}

/** Appends what a source delivers to the accounts it names; every item gets its own answer. */
export async function receiveRecords(
  { database, programme }: Services,
  actor: Actor,
  source: string,
  records: readonly Delivered[],
): Promise<Answer[]> {
  const refused = records.map(refusal);
  const accepted = records.filter((_record, index) => refused[index] === null);
  const kept = await database.asNetwork({ actor }, (tx) =>
    appendSourceRecords(
      tx,
      source,
      accepted.map((record) => ({
        externalId: record.externalId,
        accountId: record.accountId,
        skill: programme.aliases.get(record.skill) ?? record.skill,
        achievedOn: record.achievedOn,
        expiresOn: record.expiresOn ?? null,
        revokedOn: record.revokedOn ?? null,
        certificateNumber: record.certificateNumber ?? null,
        grade: SOURCE_PUSH,
      })),
    ),
  );
  const answers = kept[Symbol.iterator]();
  const value = records.map(({ externalId }, index): Answer => {
    const reason = refused[index] ?? null;
    if (reason !== null) return { externalId, result: 'rejected', reason, recordId: null };
    const { kind, id } = answers.next().value!;
    return { externalId, result: kind, reason: null, recordId: id };
  });
  await database.asTenant({ partnerId: NETWORK_PARTNER, actor }, (tx) =>
    recordAudit(tx, {
      action: 'records.received',
      subject: `source:${source}`,
      details: { records: records.length },
    }),
  );
  return value;
}
