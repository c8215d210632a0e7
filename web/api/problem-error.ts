import type { Problem } from '../../src/contract/common.ts';

/** The server answered with a problem document; `code` tells problems apart, never their text. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came: the network or the server is down. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'UnreachableError';
  }
}

/** What went wrong, where the server said it. */
export function problemCode(error: unknown): string | null {
  return error instanceof ProblemError ? error.problem.code : null;
}

export function problemStatus(error: unknown): number | null {
  return error instanceof ProblemError ? error.problem.status : null;
}
