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
  /** So many threads are started. */
  readonly workers: number;
  /**
   * The calling thread takes segments as well, and hears of the others only in between: for commands, not for servers.
   * It has nothing to start.
   */
  readonly here: boolean;
}

/** What a thread is asked. */
export interface NetworkWork {
  readonly question: NetworkQuestion;
  readonly buffers: readonly ArrayBufferLike[];
  /** How many segments have been taken, by all threads together, in shared memory. */
  readonly taken: Int32Array;
}

/** What it answers for one segment. */
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

/** What a thread says: an answer, or (null) that nothing is left to take. */
export type ThreadMessage = SegmentAnswer | null;

/**
 * Threads that answer one question after another. They are kept between questions, because a fresh thread spends its
 * first second compiling what an old one has compiled.
 */
export class NetworkThreads {
  private readonly workers: readonly Worker[];
  private readonly here: boolean;

  constructor({ workers, here }: Threads) {
    this.workers = Array.from({ length: workers }, () =>
      startWorker(import.meta.url, 'evaluate-network-worker', {}),
    );
    this.here = here;
  }

  /**
   * One question at a time. `onAnswer` is given the answer for each segment, by the segment's place in the list, as
   * soon as it is there.
   * @throws what a thread or `onAnswer` throws; the threads have ended then and answer nothing more.
   */
  async evaluate<A extends keyof NetworkAnswers>(
    segments: readonly NetworkSegment[],
    question: NetworkQuestion<A>,
    onAnswer: (index: number, answer: NetworkAnswers[A]) => void,
  ): Promise<void> {
    const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const work: NetworkWork = { question, buffers: segments.map(({ buffer }) => buffer), taken };
    const hear = ({ index, result }: SegmentAnswer) => onAnswer(index, result as NetworkAnswers[A]);
    try {
      const asked = this.workers.map((worker) => answered(worker, work, hear));
      await Promise.all([...asked, this.here && workHere(work, hear)]);
    } catch (failure) {
      // Nobody takes another one.
      Atomics.store(taken, 0, segments.length);
      await this.end();
      throw failure;
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function answered(worker: Worker, work: NetworkWork, hear: (answer: SegmentAnswer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const stopped = () => settle(() => reject(new Error('A thread has ended before its work was done.')));
    const failed = (failure: unknown) => settle(() => reject(failure));
    const heard = (message: ThreadMessage) => {
      if (message === null) return settle(resolve);
      try {
        hear(message);
      } catch (failure) {
        failed(failure);
      }
    };
    const settle = (how: () => void) => {
      worker.off('error', failed).off('exit', stopped).off('message', heard);
      how();
    };
    worker.on('error', failed).on('exit', stopped).on('message', heard);
    worker.postMessage(work);
  });
}

async function workHere(work: NetworkWork, hear: (answer: SegmentAnswer) => void): Promise<void> {
  for (const answer of answersOf(work)) {
    hear(answer);
    await untilHeard();
  }
}
