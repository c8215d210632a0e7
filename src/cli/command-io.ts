import type { Readable, Writable } from 'node:stream';

/** What a command talks to: data goes to stdout, progress and messages to stderr. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}
