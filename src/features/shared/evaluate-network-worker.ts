/** Evaluates segments of a network on a thread of its own, question after question. */
import { parentPort } from 'node:worker_threads';
import { answersOf, type NetworkWork, type ThreadMessage } from './evaluate-network.ts';

const port = parentPort!;

port.on('message', (work: NetworkWork) => {
  for (const answer of answersOf(work)) {
    port.postMessage(
      answer satisfies ThreadMessage,
      Object.values(answer.result).map(
        (column: Uint8Array | Uint16Array | Uint32Array) => column.buffer as ArrayBuffer,
      ),
    );
  }
  port.postMessage(null satisfies ThreadMessage);
});
