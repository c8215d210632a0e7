/** Providers that push records: each sends its batches in turn, signed, and sends one again elsewhere when a server is gone. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SourceRecordAnswer } from '../src/contract/sources.ts';
import { signatureOf } from '../src/http/delivery-signature.ts';

export interface PushLoad {
  /** Client n begins at the n-th one, and goes to the next one when it is refused. */
  readonly addresses: readonly string[];
  readonly source: string;
  /** As the operator was given it. */
  readonly secret: string;
  readonly records: number;
  readonly batch: number;
  readonly clients: number;
  readonly accountOf: (number: number) => string;
  /** Told after each batch that was answered. */
  readonly onBatch?: (answered: number) => void;
}

export interface PushResult {
  readonly seconds: number;
  readonly created: number;
  readonly unchanged: number;
  readonly otherwise: number;
  /** Batches that had to be sent again. */
  readonly again: number;
  /** Milliseconds from sending to the answer, of each batch. */
  readonly times: readonly number[];
}

const SKILLS = ['exam:70-761', 'exam:70-762', 'exam:70-764', 'exam:70-765', 'exam:70-767', 'exam:70-768'];
const MOST_TRIES = 600;

function bodyOf({ batch, records, accountOf }: PushLoad, number: number): Buffer {
  const first = number * batch;
  const told = Array.from({ length: Math.min(batch, records - first) }, (_, index) => {
    const record = first + index;
    const day = `2026-${String(1 + (record % 9)).padStart(2, '0')}-${String(1 + (record % 28)).padStart(2, '0')}`;
    return {
      externalId: `push/${record}`,
      accountId: accountOf(record),
      skill: SKILLS[record % SKILLS.length]!,
      achievedOn: day,
      certificateNumber: `C-${record}`,
    };
  });
  return Buffer.from(JSON.stringify({ records: told }));
}

async function send({ source, secret }: PushLoad, address: string, name: string, body: Buffer) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(`${address}/api/v1/sources/${source}/records`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': name,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(secret, name, timestamp, body),
    },
    body,
  });
  if (answer.status >= 500) return null;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { value: SourceRecordAnswer[] }).value;
}

/** Sends everything, and answers when the last batch has been answered. */
export async function push(load: PushLoad): Promise<PushResult> {
  const batches = Math.ceil(load.records / load.batch);
  const counts = { created: 0, unchanged: 0, otherwise: 0 };
  const times: number[] = [];
  let again = 0;
  let answered = 0;
  let next = 0;
  async function client(number: number): Promise<void> {
    let at = number % load.addresses.length;
    for (let batch = next++; batch < batches; batch = next++) {
      const body = bodyOf(load, batch);
      const since = performance.now();
      for (let tries = 1; ; tries++) {
        const value = await send(load, load.addresses[at]!, `load-${batch}`, body).catch((error: unknown) => {
          // The connection was refused or cut: nobody knows what became of the batch.
          if (error instanceof TypeError) return null;
          throw error;
        });
        if (value !== null) {
          for (const { result } of value) {
            counts[result === 'created' || result === 'unchanged' ? result : 'otherwise']++;
          }
          break;
        }
        if (tries === MOST_TRIES) throw new Error(`batch ${batch} is taken by no server`);
        again++;
        at = (at + 1) % load.addresses.length;
        await pause(50);
      }
      times.push(performance.now() - since);
      load.onBatch?.(++answered);
    }
  }
  const since = performance.now();
  await Promise.all(Array.from({ length: load.clients }, (_, number) => client(number)));
  return { seconds: (performance.now() - since) / 1000, ...counts, again, times };
}
