/** Evaluates segments of a network on a thread of its own, until none is left. */
import { parentPort, workerData } from 'node:worker_threads';
import { answersOf, type NetworkWork } from './evaluate-network.ts';

const port = parentPort!;
for (const answer of answersOf(workerData as NetworkWork)) {
  port.postMessage(
    answer,
    Object.values(answer.result).map(
      (column: Uint8Array | Uint16Array | Uint32Array) => column.buffer as ArrayBuffer,
    ),
  );
}
