import type { z } from 'zod';
import {
  CreateUserRequestSchema,
  LeaveRequestSchema,
  SentFirstSignInSchema,
  UpdateUserRequestSchema,
  UserSchema,
  UserWithFirstSignInSchema,
} from '../../contract/users.ts';
import { notFound } from '../../http/problem.ts';
import { type Answer, type Route, type RouteRequest, route } from '../../http/route.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findUser } from '../../store/users-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { checkIfMatch } from '../shared/if-match.ts';
import { addUser } from '../shared/people/add-user.ts';
import { editUser, renameSignIn } from '../shared/people/edit-user.ts';
import { deleteUser, disableUser, enableUser, leaveUser } from '../shared/people/end-access.ts';
import {
  type FirstSignIn,
  openFirstSignIns,
  resetSignIn,
  sendFirstSignIn,
} from '../shared/people/first-sign-in.ts';
import { type Rights, rightsOf } from '../shared/people/rights.ts';
import { setRoles } from '../shared/people/set-roles.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { accepted } from './people-problems.ts';
import { assignmentsOf, shownUser, userIdOf, userTag } from './user-view.ts';

const USERS = '/api/v1/partners/{partnerId}/users';
const ACCESS = { kind: 'partner', abilities: ['manage-users'] } as const;

type Asked = RouteRequest<unknown, unknown>;
type Change = (tx: TenantTransaction, rights: Rights, userId: string) => Promise<{ readonly kind: string }>;

/** What a repetition of a request is answered from. The secret is in none of it. */
interface KeptSignIn {
  readonly userId: string;
  readonly expiresAt: string;
  readonly mail: FirstSignIn['mail'];
}

/** What changes the people of a company: each request is one transaction, kept whole or not at all. */
export function userChangeRoutes(services: Services): Route[] {
  const { database, post } = services;

  /** The user as he or she now is. */
  async function shown(request: Asked, userId: string): Promise<Answer<z.input<typeof UserSchema>>> {
    const { view, tag } = await shownUser(services, claimOf(request), userId);
    return { kind: 'json', status: 200, body: view, headers: { etag: tag } };
  }

  /** Changes the user that is asked about, as long as nobody changed him or her since the caller looked. */
  function changing<Body>(request: RouteRequest<unknown, Body>, change: Change): Promise<string> {
    const userId = userIdOf(request.params);
    const work = async (tx: TenantTransaction) => {
      const user = await findUser(tx, userId);
      if (user === null) throw notFound();
      checkIfMatch(request.header('if-match'), userTag(user));
      accepted(await change(tx, await rightsOf(tx), userId));
      return userId;
    };
    return togetherOrAgain(() => database.asTenant(claimOf(request), work));
  }

  /** A user with a secret that is told this once: when the same request comes again, it is left out. */
  async function withFirstSignIn(
    request: Asked,
    status: 200 | 201,
    begin: (tx: TenantTransaction, rights: Rights) => Promise<{ userId: string; firstSignIn: FirstSignIn }>,
  ): Promise<Answer<z.input<typeof UserWithFirstSignInSchema>>> {
    let secret: string | null = null;
    const { kind, kept } = await database.asTenant(claimOf(request), (tx) =>
      repeatable(tx, request, async (): Promise<KeptSignIn> => {
        const { userId, firstSignIn } = await begin(tx, await rightsOf(tx));
        secret = firstSignIn.temporaryPassword;
        const { expiresAt, mail } = firstSignIn;
        return { userId, expiresAt: expiresAt.toISOString(), mail };
      }),
    );
    const { view, tag } = await shownUser(services, claimOf(request), kept.userId);
    const firstSignIn = {
      userName: view.workEmail,
      temporaryPassword: kind === 'done' ? secret : null,
      expiresAt: kept.expiresAt,
      mail: kept.mail,
    };
    const place = `${request.url.split('?')[0]!}/${kept.userId}`;
    return {
      kind: 'json',
      status,
      body: { user: view, firstSignIn },
      headers: { etag: tag, ...(status === 201 ? { location: place } : {}) } as Record<string, string>,
    };
  }

  const action = (name: string, summary: string, change: Change) =>
    route({
      method: 'POST',
      path: `${USERS}/{userId}/${name}`,
      summary,
      access: ACCESS,
      response: UserSchema,
      handle: async (request) => shown(request, await changing(request, change)),
    });

  return [
    route({
      method: 'POST',
      path: USERS,
      summary:
        'Add a user, who is sent a link to choose a password; the temporary password is told this once',
      access: ACCESS,
      body: CreateUserRequestSchema,
      response: UserWithFirstSignInSchema,
      status: 201,
      handle: (request) =>
        withFirstSignIn(request, 201, async (tx, rights) => {
          const {
            roles = [],
            locale = null,
            technical = false,
            locationId = null,
            team = null,
            ...person
          } = request.body;
          const { employedFrom = null } = person;
          const { userId } = accepted(
            await addUser(tx, rights, {
              ...person,
              employedFrom,
              locale,
              technical,
              locationId,
              team,
              roles: assignmentsOf(roles),
            }),
          );
          const [firstSignIn] = await openFirstSignIns(post, tx, [{ ...person, userId, locale }]);
          return { userId, firstSignIn: firstSignIn! };
        }),
    }),
    route({
      method: 'PATCH',
      path: `${USERS}/{userId}`,
      summary:
        'Change names, sign-in name, language, location, team, first day, technical flag or roles of a user',
      access: ACCESS,
      body: UpdateUserRequestSchema,
      response: UserSchema,
      handle: async (request) => {
        const { workEmail, roles, ...change } = request.body;
        const userId = await changing(request, async (tx, rights, id) => {
          accepted(await editUser(tx, rights, id, change));
          if (workEmail !== undefined)
            accepted(await renameSignIn(post, tx, rights, id, { workEmail, by: 'administrator' }));
          if (roles !== undefined) accepted(await setRoles(tx, rights, id, assignmentsOf(roles)));
          return { kind: 'changed' };
        });
        return shown(request, userId);
      },
    }),
    action('disable', 'End sign-in and counting at once, until the account is enabled again', disableUser),
    action('enable', 'Let a disabled user in again, or a leaver back without roles', enableUser),
    route({
      method: 'POST',
      path: `${USERS}/{userId}/leave`,
      summary: 'The user leaves: from that day nothing counts and nobody signs in; history stays',
      access: ACCESS,
      body: LeaveRequestSchema,
      response: UserSchema,
      handle: async (request) => {
        const { on } = request.body;
        return shown(request, await changing(request, (tx, rights, id) => leaveUser(tx, rights, id, on)));
      },
    }),
    route({
      method: 'POST',
      path: `${USERS}/{userId}/reset-sign-in`,
      summary: 'Forget the password and end all sessions; the temporary password is told this once',
      access: ACCESS,
      response: UserWithFirstSignInSchema,
      handle: (request) =>
        withFirstSignIn(request, 200, async (tx, rights) => {
          const userId = userIdOf(request.params);
          const { firstSignIn } = accepted(await resetSignIn(post, tx, rights, userId));
          return { userId, firstSignIn };
        }),
    }),
    route({
      method: 'POST',
      path: `${USERS}/{userId}/send-first-sign-in`,
      summary: 'Send the link to choose a first password again',
      access: ACCESS,
      response: SentFirstSignInSchema,
      handle: async (request) => {
        const userId = userIdOf(request.params);
        const { kept } = await database.asTenant(claimOf(request), (tx) =>
          repeatable(tx, request, async () => {
            const { mail } = accepted(await sendFirstSignIn(post, tx, await rightsOf(tx), userId));
            return { mail };
          }),
        );
        return { kind: 'json', status: 200, body: kept };
      },
    }),
    route({
      method: 'DELETE',
      path: `${USERS}/{userId}`,
      summary: 'Take a user out for good: associations end, names and addresses are erased',
      access: ACCESS,
      handle: async (request) => {
        await changing(request, deleteUser);
        return { kind: 'empty' };
      },
    }),
  ];
}
