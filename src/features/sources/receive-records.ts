import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { SourceRecordAnswer, SourceRecordInput } from '../../contract/sources.ts';
import { parseDay } from '../../domain/time/day.ts';
import { conflict, HttpProblem } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { violatedUniqueness } from '../../store/constraint-violation.ts';
import { type Actor, asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import { settleEvidenceOf } from '../../store/evidence-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import {
  addApplied,
  addFailed,
  type DeliveryName,
  findApplied,
} from '../../store/source-deliveries-store.ts';
import {
  appendSourceRecords,
  findSourceRecords,
  type KeptRecord,
  type SourceRecord,
} from '../../store/source-records-store.ts';
import { addRejections } from '../../store/source-rejections-store.ts';
import { errorCode } from '../../store/store-failure.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { lagOf, recordOf, refusalOf, refusedName } from './read-delivered.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

interface Delivery {
  readonly source: string;
  readonly name: string | null;
  readonly records: readonly SourceRecordInput[];
}

/** Every record judged, and those that can be kept. */
interface Judged {
  readonly delivery: Delivery;
  readonly named: DeliveryName;
  readonly answers: readonly Omit<SourceRecordAnswer, 'recordId'>[];
  readonly accepted: readonly SourceRecord[];
}

function judge(delivery: Delivery, { programme }: Services): Judged {
  const { source, name, records } = delivery;
  const answers = records.map((record, index) => {
    const reason = refusalOf(record);
    const result = reason === null ? ('unchanged' as const) : ('rejected' as const);
    return { index, externalId: record.externalId, result, reason };
  });
  const accepted = records
    .filter((_record, index) => answers[index]!.reason === null)
    .map((record) => recordOf(record, programme));
  const contentHash = createHash('sha256').update(JSON.stringify(records)).digest();
  return { delivery, named: { source, name, contentHash }, answers, accepted };
}

/** The answers with what became of the records that were not refused, in their order. */
function answered({ answers }: Judged, kept: Iterable<Pick<SourceRecordAnswer, 'result' | 'recordId'>>) {
  const next = kept[Symbol.iterator]();
  return answers.map(
    (answer): SourceRecordAnswer =>
      answer.reason === null ? { ...answer, ...next.next().value! } : { ...answer, recordId: null },
  );
}

/** How many of each kind of answer. */
export function counted(answers: readonly SourceRecordAnswer[]) {
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { result } of answers) counts[result]++;
  return { records: answers.length, ...counts };
}

/** Everything about a delivery in one transaction: its records, what was refused, that it came. */
async function apply(
  tx: NetworkTransaction,
  judged: Judged,
  now: Date,
): Promise<readonly SourceRecordAnswer[]> {
  const { delivery, named, accepted, answers } = judged;
  const { source, records } = delivery;
  const before = await findApplied(tx, named);
  if (before === 'another') {
    throw conflict('delivery-name-used', 'This name was used for a delivery with another content.', {
      detail:
        'Nothing was kept. Give each delivery a name of its own, and the same one when it is sent again.',
    });
  }
  if (before === 'same') {
    const known = await findSourceRecords(tx, source, accepted);
    return answered(
      judged,
      known.map((recordId) => ({ result: 'unchanged' as const, recordId })),
    );
  }
  const kept = await appendSourceRecords(tx, source, accepted);
  const value = answered(
    judged,
    kept.map(({ kind, id }: KeptRecord) => ({ result: kind, recordId: id })),
  );
  const fresh = accepted.filter((_record, index) => kept[index]!.kind === 'created');
  const counts = counted(value);
  const deliveryId = await addApplied(
    tx,
    { ...named, ...counts, ...lagOf(fresh, parseDay(today(now))!) },
    accepted.map(({ externalId }) => externalId),
  );
  const refused = answers.flatMap(({ index, reason }) => {
    const record = records[index]!;
    return reason === null ? [] : [{ name: refusedName(record), item: index, record, reason }];
  });
  await addRejections(tx, source, deliveryId, refused);
  // Before the trail of the network is taken: deliveries at once pack their evidence side by side.
  await settleEvidenceOf(tx, MOST_PACKED_AT_ONCE);
  await asOnePartner(tx, NETWORK_PARTNER, (own) =>
    recordAudit(own, {
      action: 'records.received',
      subject: `source:${source}`,
      details: { delivery: deliveryId, records: records.length },
    }),
  );
  return value;
}

/** Evidence of more companies than these is packed after the delivery, which would wait seconds for it. */
const MOST_PACKED_AT_ONCE = 10;
const ATTEMPTS = 8;

/**
 * Deliveries that give one id to records of different accounts at the same moment: one is kept, the others are begun again
 * and then find what it has kept.
 */
async function whenFree<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await togetherOrAgain(transact);
    } catch (error) {
      if (violatedUniqueness(error) === null || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Appends what a source delivers to the accounts it names; every record gets its own answer. All that is accepted is kept
 * together or, when something goes wrong, nothing: the delivery is then kept as a whole, to be applied again.
 * @param name as its sender calls it: applied once, however often it is sent
 * @throws HttpProblem 409 when the name was used for a delivery with another content
 */
export async function receiveRecords(
  services: Services,
  actor: Actor,
  source: string,
  records: readonly SourceRecordInput[],
  name: string | null = null,
): Promise<readonly SourceRecordAnswer[]> {
  const { database, now } = services;
  const judged = judge({ source, name, records }, services);
  try {
    return await whenFree(() => database.asNetwork({ actor }, (tx) => apply(tx, judged, now())));
  } catch (error) {
    if (!(error instanceof HttpProblem)) await keepFailed(services, actor, judged, error);
    throw error;
  }
}

async function keepFailed(
  { database }: Services,
  actor: Actor,
  judged: Judged,
  error: unknown,
): Promise<void> {
  const { named, delivery } = judged;
  const content = await pack(JSON.stringify(delivery.records));
  const failure = errorCode(error) === '' ? 'internal' : errorCode(error);
  const failed = { ...named, records: delivery.records.length, failure, content };
  // Where even this cannot be written the database is away, and the sender hears of that.
  await database.asNetwork({ actor }, (tx) => addFailed(tx, failed)).catch(() => {});
}

/** The records of a delivery that failed, from how they were kept. */
export async function unpackDelivery(content: Buffer): Promise<readonly SourceRecordInput[]> {
  return JSON.parse((await unpack(content)).toString('utf8')) as readonly SourceRecordInput[];
}
