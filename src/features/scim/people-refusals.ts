import type { HttpProblem } from '../../http/problem.ts';
import { notFound } from '../../http/problem.ts';
import { scimConflict, scimProblem } from './scim-problem.ts';

export function lastAdmin(): HttpProblem {
  return scimConflict(
    'last-admin',
    'This person is the last global admin of the company who can sign in. Make somebody else a global admin first.',
  );
}

export function nameTaken(userName: string): HttpProblem {
  return scimProblem('uniqueness', `Another account has the user name "${userName}", or signs in with it.`);
}

/** The outcome of a command on people; a refusal ends the request, and nothing of it is kept. */
export function accepted<T extends { readonly kind: string }>(result: T): T {
  switch (result.kind) {
    case 'added':
    case 'changed':
    case 'unchanged':
      return result;
    case 'last-admin':
      throw lastAdmin();
    case 'user-unknown':
      throw notFound();
    default:
      throw scimConflict(result.kind, `This cannot be done to the account: ${result.kind}.`);
  }
}
