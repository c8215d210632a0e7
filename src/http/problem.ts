import type { Problem } from '../contract/common.ts';

/**
 * An expected refusal on its way to the reader as `application/problem+json`. Handlers throw it because it
 * ends the request from any depth; everything else that is thrown is a bug and answers 500 without details.
 */
export class HttpProblem extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    title: string,
    more: Partial<Problem> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${code}`);
    this.problem = { type: `/api/docs#problem-${code}`, title, status, code, ...more };
    this.headers = headers;
  }
}

/** Also the answer for another partner's data: the reader must not learn that it exists. */
export function notFound(code = 'not-found', title = 'There is nothing here.'): HttpProblem {
  return new HttpProblem(404, code, title);
}

export function notSignedIn(): HttpProblem {
  return new HttpProblem(401, 'not-signed-in', 'Sign in first.');
}

export function badRequest(code: string, title: string, errors?: Problem['errors']): HttpProblem {
  return new HttpProblem(400, code, title, errors === undefined ? {} : { errors });
}

export function forbidden(
  neededRoles: NonNullable<Problem['neededRoles']>,
  holders: NonNullable<Problem['holders']>,
): HttpProblem {
  const detail = `Needs one of these roles: ${neededRoles.join(', ')}.`;
  return new HttpProblem(403, 'role-needed', 'Your role does not allow this.', {
    detail,
    neededRoles,
    holders,
  });
}

export function passwordChangeRequired(): HttpProblem {
  return new HttpProblem(403, 'password-change-required', 'Choose your password first.');
}

/** The facts of the company cannot be changed for as long as it is being made one with another one. */
export function companyMerging(): HttpProblem {
  return new HttpProblem(
    503,
    'company-merging',
    'The company is being merged with another one at the moment.',
    { detail: 'Nothing was changed. Try again in a minute.' },
    { 'retry-after': '20' },
  );
}

export function conflict(code: string, title: string, more: Partial<Problem> = {}): HttpProblem {
  return new HttpProblem(409, code, title, more);
}

export function tooManyAttempts(retryAfterSeconds: number): HttpProblem {
  const detail = `Try again in ${retryAfterSeconds} seconds.`;
  return new HttpProblem(
    429,
    'too-many-attempts',
    'Too many attempts.',
    { detail },
    { 'retry-after': String(retryAfterSeconds) },
  );
}
