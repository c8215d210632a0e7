import {
  BegunRoundSchema,
  RoundAnswerQuerySchema,
  SignInProvidersQuerySchema,
  SignInProvidersSchema,
  type WorkAccountProblem,
  WorkAccountRequestSchema,
} from '../../contract/sign-in.ts';
import { notFound, tooManyAttempts } from '../../http/problem.ts';
import { safeReturnPath } from '../../http/return-path.ts';
import { type Answer, json, type Route, type RouteRequest, route } from '../../http/route.ts';
import { sessionCookie, sessionCookieName } from '../../http/session-cookie.ts';
import { findProvidersOfDomain } from '../../store/identity-providers-store.ts';
import type { FinishedRound } from '../shared/oidc/finish-round.ts';
import { LEARNING } from '../shared/oidc/oidc-client.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { linkShownAccount } from './link-work-account.ts';
import { proveByAccount } from './prove-by-account.ts';
import type { SessionGate } from './session-gate.ts';
import { ABSOLUTE_MS } from './session-times.ts';
import { callbackPath, providerUnreachable } from './work-account-addresses.ts';
import { signInWithWorkAccount } from './work-account-sign-in.ts';

type Finished = Extract<FinishedRound, { kind: 'finished' }>;
type Asked = RouteRequest<unknown, unknown>;

const PROFILE = '/profile/security';

function withProblem(path: string, problem: WorkAccountProblem, returnTo?: string): string {
  const query = new URLSearchParams({ problem, ...(returnTo === undefined ? {} : { returnTo }) });
  return `${path}?${query}`;
}

function detail(details: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = details[name];
  return typeof value === 'string' ? value : undefined;
}

export function workAccountRoutes(services: Services, gate: SessionGate): Route[] {
  const { https, oidc } = services;

  /** Back to the page from which the round was begun, which says why it came to nothing. */
  function sayWhy(finished: Extract<FinishedRound, { kind: 'refused' }>): Answer<never> {
    const { round, reason, cookie } = finished;
    const page = round === null || round.purpose === 'sign-in' ? '/sign-in' : PROFILE;
    const returnTo = round === null ? undefined : detail(round.details, 'returnTo');
    return redirect(withProblem(page, reason, returnTo), cookie === null ? [] : [cookie]);
  }

  function redirect(to: string, cookies: string[]): Answer<never> {
    return { kind: 'redirect', to, ...(cookies.length === 0 ? {} : { headers: { 'set-cookie': cookies } }) };
  }

  async function signIn(finished: Finished, request: Asked): Promise<Answer<never>> {
    const { round, identity, cookie } = finished;
    const earlierSession = request.cookies[sessionCookieName(https)] ?? null;
    const returnTo = detail(round.details, 'returnTo');
    const linkHash = detail(round.details, 'linkHash');
    const result = await signInWithWorkAccount(services, {
      clientKey: round.clientKey,
      // Whoever comes for the first time goes on in the language of the browser, unless the provider knows another.
      identity: { ...identity, locale: identity.locale ?? request.locale },
      linkHash: linkHash === undefined ? null : Buffer.from(linkHash, 'hex'),
      manner: { userAgent: request.userAgent, address: request.ip },
      earlierSession,
    });
    if (result.kind === 'refused')
      return redirect(withProblem('/sign-in', result.problem, returnTo), [cookie]);
    services.limits.perAddress.forgive(request.ip);
    if (earlierSession !== null) gate.forget(earlierSession);
    const session = sessionCookie({ token: result.token, maxAge: ABSOLUTE_MS / 1000 }, https);
    return redirect(safeReturnPath(returnTo), [cookie, session]);
  }

  async function finish(finished: Finished, request: Asked): Promise<Answer<never>> {
    const { round, cookie } = finished;
    if (round.purpose === 'sign-in') return signIn(finished, request);
    const sessionToken = request.cookies[sessionCookieName(https)] ?? '';
    const returnTo = safeReturnPath(detail(round.details, 'returnTo') ?? PROFILE);
    const take = round.purpose === 'link' ? linkShownAccount : proveByAccount;
    const problem = await take(services, finished, sessionToken);
    if (problem === null) gate.forget(sessionToken);
    return redirect(problem === null ? returnTo : withProblem(PROFILE, problem, returnTo), [cookie]);
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/sign-in/providers',
      summary: 'Identity providers that the sign-in page offers',
      access: { kind: 'public' },
      query: SignInProvidersQuerySchema,
      response: SignInProvidersSchema,
      handle: async ({ query }) => {
        const { work } = oidc.providers();
        const domain = /@([^@\s]+)$/.exec(query.email?.trim() ?? '')?.[1];
        const own =
          domain === undefined
            ? []
            : await services.database.asSignIn((tx) => findProvidersOfDomain(tx, domain));
        return json({
          value: [
            ...(work === null ? [] : [{ provider: work.key, name: work.name }]),
            ...own.map(({ providerId, name }) => ({ provider: providerId, name })),
          ],
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sign-in/work-account',
      summary: 'Begin to sign in with a work account: where the browser goes next',
      access: { kind: 'public' },
      body: WorkAccountRequestSchema,
      response: BegunRoundSchema,
      handle: async ({ body, ip }) => {
        const retryAfter = services.limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const client = body.provider === LEARNING ? null : await oidc.client(body.provider);
        if (client === null) throw notFound('unknown-provider', 'There is no such identity provider.');
        const begun = await oidc.begin({
          client,
          purpose: 'sign-in',
          callbackPath: callbackPath(client.key),
          begunBy: null,
          prompt: 'select_account',
          ...(body.email === undefined ? {} : { loginHint: body.email }),
          details: {
            returnTo: safeReturnPath(body.returnTo),
            ...(body.link === undefined ? {} : { linkHash: tokenHash(body.link).toString('hex') }),
          },
        });
        if (begun.kind === 'provider-unreachable') throw providerUnreachable();
        return {
          kind: 'json',
          status: 200,
          body: { address: begun.address },
          headers: { 'set-cookie': begun.cookie },
        };
      },
    }),
    route({
      method: 'GET',
      path: '/oidc/callback/{provider}',
      summary: 'Where an identity provider of work accounts sends the browser back',
      access: { kind: 'public' },
      query: RoundAnswerQuerySchema,
      handle: async (request) => {
        const sessionToken = request.cookies[sessionCookieName(https)] ?? null;
        const finished = await oidc.finish({ url: request.url, cookies: request.cookies, sessionToken });
        return finished.kind === 'refused' ? sayWhy(finished) : finish(finished, request);
      },
    }),
  ];
}
