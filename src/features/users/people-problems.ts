import type { Role } from '../../contract/roles.ts';
import { badRequest, conflict, HttpProblem, notFound } from '../../http/problem.ts';

/** Every refusal of the commands on people. */
export type Refusal =
  | { readonly kind: 'user-unknown' | 'last-admin' | 'outside-location' | 'user-not-active' }
  | { readonly kind: 'password-chosen' | 'location-unknown' | 'leaves-before-start' }
  | { readonly kind: 'email-taken'; readonly userId: string | null }
  | { readonly kind: 'role-not-allowed' | 'role-without-location' | 'role-unknown'; readonly role: string };

const field = (code: string, name: string, detail?: string) => [
  { code, field: name, ...(detail === undefined ? {} : { detail }) },
];

/** The refusal as it is answered, with what to do. */
function problemOf(refusal: Refusal): HttpProblem {
  switch (refusal.kind) {
    case 'user-unknown':
      return notFound();
    case 'last-admin':
      return conflict('last-admin', 'Nobody would be left who can manage users and roles.', {
        detail: 'Make somebody else a global admin first.',
      });
    case 'role-not-allowed':
      return new HttpProblem(403, 'role-not-allowed', 'You do not hold this role yourself.', {
        detail: `Only a global admin, or somebody who holds ${refusal.role}, can do this.`,
        neededRoles: ['global-admin', refusal.role as Role],
        errors: field('role-not-allowed', 'roles', refusal.role),
      });
    case 'outside-location':
      return new HttpProblem(403, 'outside-location', 'Your role covers the people of another location.');
    case 'email-taken':
      return conflict('email-taken', 'This e-mail already belongs to a user.', {
        errors: field('email-taken', 'workEmail', refusal.userId === null ? undefined : 'own-company'),
      });
    case 'role-unknown':
    case 'role-without-location':
      return badRequest(refusal.kind, 'This role cannot be given like this.', field(refusal.kind, 'roles'));
    case 'location-unknown':
      return badRequest('location-unknown', 'There is no such location.', field(refusal.kind, 'locationId'));
    case 'leaves-before-start':
      return badRequest(
        'leaves-before-start',
        'Nobody leaves before the first day.',
        field(refusal.kind, 'on'),
      );
    case 'user-not-active':
      return conflict('user-not-active', 'The account is disabled, or the person has left.');
    case 'password-chosen':
      return conflict('password-chosen', 'The person has chosen a password already.');
  }
}

/** The outcome, when it is none of the refusals; otherwise the request ends here and nothing is kept. */
export function accepted<T extends { readonly kind: string }>(result: T): Exclude<T, Refusal> {
  switch (result.kind) {
    case 'added':
    case 'changed':
    case 'unchanged':
    case 'reset':
    case 'sent':
      return result as Exclude<T, Refusal>;
    default:
      throw problemOf(result as unknown as Refusal);
  }
}
