/**
 * Asks one question of every partner of a network, on several threads. Segments in shared memory are read where they
 * are, others are copied for each thread; a thread takes the next segment when it is done with one, so no order is
 * promised.
 */
import { setImmediate as untilHeard } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { NetworkLevels, type SegmentLevels } from '../../domain/network/network-levels.ts';
import { NetworkRisks, type SegmentRisks } from '../../domain/network/network-risks.ts';
import { NetworkSegment } from '../../domain/network/network-segment.ts';
import type { Day } from '../../domain/time/day.ts';
import { startWorker } from '../../files/start-worker.ts';

/** What can be asked, and what the answer for a segment is. */
export interface NetworkAnswers {
  readonly levels: SegmentLevels;
  readonly risks: SegmentRisks;
  readonly 'risks-and-seats': SegmentRisks;
}

export interface NetworkQuestion<A extends keyof NetworkAnswers = keyof NetworkAnswers> {
  readonly programme: Programme;
  readonly day: Day;
  readonly ask: A;
}

/** Who works. */
export interface Threads {
  /** So many threads are started for the question. */
  readonly workers: number;
  /**
   * The calling thread takes segments as well, and hears of the others only in between: for commands, not for servers.
   * It has nothing to start and, where it has answered before, nothing to compile.
   */
  readonly here: boolean;
}

/** What a thread is started with. */
export interface NetworkWork {
  readonly question: NetworkQuestion;
  readonly buffers: readonly ArrayBufferLike[];
  /** How many segments have been taken, by all threads together, in shared memory. */
  readonly taken: Int32Array;
}

/** What it answers. */
export interface SegmentAnswer<A extends keyof NetworkAnswers = keyof NetworkAnswers> {
  readonly index: number;
  readonly result: NetworkAnswers[A];
}

/** Answers segment after segment, as long as there is one that nobody has taken. */
export function* answersOf({ question, buffers, taken }: NetworkWork): Iterable<SegmentAnswer> {
  const { programme, day, ask } = question;
  const kernel =
    ask === 'levels'
      ? new NetworkLevels(programme, day)
      : new NetworkRisks(programme, day, { seats: ask === 'risks-and-seats' });
  for (;;) {
    const index = Atomics.add(taken, 0, 1);
    if (index >= buffers.length) return;
    yield { index, result: kernel.evaluate(new NetworkSegment(buffers[index]!)) };
  }
}

/**
 * `onAnswer` is given the answer for each segment, by the segment's place in the list, as soon as it is there.
 * @throws what a thread throws, after all threads have ended.
 */
export async function evaluateNetwork<A extends keyof NetworkAnswers>(
  segments: readonly NetworkSegment[],
  question: NetworkQuestion<A>,
  { workers: wanted, here }: Threads,
  onAnswer: (index: number, answer: NetworkAnswers[A]) => void,
): Promise<void> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const work: NetworkWork = { question, buffers: segments.map(({ buffer }) => buffer), taken };
  const hear = ({ index, result }: SegmentAnswer) => onAnswer(index, result as NetworkAnswers[A]);
  const workers = Array.from({ length: Math.min(wanted, segments.length) }, () =>
    startWorker(import.meta.url, 'evaluate-network-worker', { workerData: work }),
  );
  try {
    await Promise.all([...workers.map((worker) => answered(worker, hear)), here && workHere(work, hear)]);
  } finally {
    // After a failure nobody takes another one.
    Atomics.store(taken, 0, segments.length);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** A thread ends when nothing is left to take; all that it has said is heard before. */
function answered(worker: Worker, hear: (answer: SegmentAnswer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    worker.on('message', (answer: SegmentAnswer) => {
      try {
        hear(answer);
      } catch (failure) {
        reject(failure);
      }
    });
  });
}

async function workHere(work: NetworkWork, hear: (answer: SegmentAnswer) => void): Promise<void> {
  for (const answer of answersOf(work)) {
    hear(answer);
    await untilHeard();
  }
}
