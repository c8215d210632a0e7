import type { CommandIo } from './command-io.ts';

/** 0 done; 1 the answer is "no"; 2 bad usage or bad input; 3 internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  /** Words after `jalon`: `report skills`, `evaluate`. */
  readonly name: string;
  readonly summary: string;
  /** What `jalon NAME --help` prints below the summary. */
  readonly help: string;
  readonly run: (args: string[], io: CommandIo) => Promise<number>;
}

/** Ends a command with one clear message; everything else that is thrown is an internal error. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
