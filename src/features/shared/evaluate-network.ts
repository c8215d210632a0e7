/**
 * Asks one question of every partner of a network, on several threads. Segments in shared memory are read where they
 * are, others are copied; a thread takes the next segment when it is done with one, so no order is promised.
 */
import type { Worker } from 'node:worker_threads';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { SegmentLevels } from '../../domain/network/network-levels.ts';
import type { SegmentRisks } from '../../domain/network/network-risks.ts';
import type { NetworkSegment } from '../../domain/network/network-segment.ts';
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

/** What a thread is sent. */
export interface SegmentTask {
  readonly index: number;
  readonly buffer: ArrayBufferLike;
}

/** What it answers. */
export interface SegmentAnswer<A extends keyof NetworkAnswers = keyof NetworkAnswers> {
  readonly index: number;
  readonly result: NetworkAnswers[A];
}

/** A thread has its next segment before it is done with one. */
const TASKS_AHEAD = 2;

/**
 * `onAnswer` is given the answer for each segment, by the segment's place in the list, as soon as it is there.
 * @throws what a thread throws, after all threads have ended.
 */
export async function evaluateNetwork<A extends keyof NetworkAnswers>(
  segments: readonly NetworkSegment[],
  question: NetworkQuestion<A>,
  threads: number,
  onAnswer: (index: number, answer: NetworkAnswers[A]) => void,
): Promise<void> {
  let next = 0;
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let open = 0;
      const send = () => {
        for (; open < TASKS_AHEAD && next < segments.length; open++) {
          const task: SegmentTask = { index: next, buffer: segments[next]!.buffer };
          next++;
          worker.postMessage(task);
        }
        if (open === 0) resolve();
      };
      worker.on('error', reject);
      worker.on('message', ({ index, result }: SegmentAnswer<A>) => {
        open--;
        try {
          onAnswer(index, result);
          send();
        } catch (failure) {
          reject(failure);
        }
      });
      send();
    });
  const workers = Array.from({ length: Math.min(threads, segments.length) }, () =>
    startWorker(import.meta.url, 'evaluate-network-worker', { workerData: question }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
