/** Evaluates segments of a network on a thread of its own: one question at the start, then segment after segment. */
import { parentPort, workerData } from 'node:worker_threads';
import { NetworkLevels } from '../../domain/network/network-levels.ts';
import { NetworkRisks } from '../../domain/network/network-risks.ts';
import { NetworkSegment } from '../../domain/network/network-segment.ts';
import type { NetworkQuestion, SegmentAnswer, SegmentTask } from './evaluate-network.ts';

const { programme, day, ask } = workerData as NetworkQuestion;
const kernel =
  ask === 'levels'
    ? new NetworkLevels(programme, day)
    : new NetworkRisks(programme, day, { seats: ask === 'risks-and-seats' });

const port = parentPort!;
port.on('message', ({ index, buffer }: SegmentTask) => {
  const result = kernel.evaluate(new NetworkSegment(buffer));
  const answer: SegmentAnswer = { index, result };
  port.postMessage(
    answer,
    Object.values(result).map(
      (column: Uint8Array | Uint16Array | Uint32Array) => column.buffer as ArrayBuffer,
    ),
  );
});
