import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The first of the two signals asks to stop; the second is left to end the process at once. */
export function whenToldToStop(): {
  readonly told: Promise<NodeJS.Signals>;
  readonly stopListening: () => void;
} {
  const { promise: told, resolve } = promised<NodeJS.Signals>();
  for (const signal of SIGNALS) process.once(signal, resolve);
  const stopListening = () => {
    for (const signal of SIGNALS) process.removeListener(signal, resolve);
  };
  return { told, stopListening };
}

function promised<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/**
 * Opens what must not outlive the process (a database server of our own) so that a signal closes it, in the middle of
 * whatever is being done with it, and ends the process. One that comes while it is being opened waits for that.
 * @returns what was opened, and how to say that somebody else listens to signals from now on
 */
export async function closedOnSignal<Opened extends { interrupt(): Promise<void> }>(
  open: () => Promise<Opened>,
): Promise<{ readonly opened: Opened; readonly release: () => void }> {
  const { told, stopListening } = whenToldToStop();
  try {
    const opened = await open();
    void told.then(async (signal) => {
      // What fails from here on fails because it was closed, and must not end the process before all of it is.
      for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => {});
      try {
        await opened.interrupt();
      } finally {
        process.exit(128 + constants.signals[signal]);
      }
    });
    return { opened, release: stopListening };
  } catch (error) {
    stopListening();
    throw error;
  }
}
