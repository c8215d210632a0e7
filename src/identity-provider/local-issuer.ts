import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider, ProviderContext } from 'oidc-provider';
import { choosePage } from './choose-page.ts';
import type { LocalDirectory, Side } from './local-people.ts';

/** Known to the one client of each issuer. */
export interface LocalClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface LocalIssuer {
  readonly issuer: string;
  /** Answers a request whose path is already that within the issuer. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface IssuerOrder {
  readonly side: Side;
  readonly issuer: string;
  readonly client: LocalClient;
  /** Browsers are sent back to addresses that begin so, and to no others. */
  readonly callbacks: string;
  readonly directory: LocalDirectory;
}

const LONGEST_FORM = 10_000;
const INTERACTION = /^\/interaction\/[\w-]+$/;

/** A few seconds are saved by elliptic curves; RSA is what every client understands. */
function newKeys(): { keys: object[] } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'local' }] };
}

/** Everything the one client asks for is granted: nothing is protected here. */
async function grantAll({ oidc }: ProviderContext) {
  const { provider, client, session } = oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

/**
 * The library warns of what is meant here: that it keeps everything in memory, and of runtimes it is not tried on.
 * Nobody who starts the demo could act on it.
 */
async function withoutNotices<T>(work: () => T | Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider')) warn(...words);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) throw new Error('the form is too long');
  }
  return new URLSearchParams(text);
}

function chosenId(form: URLSearchParams, directory: LocalDirectory): string {
  const field = (name: string) => (form.get(name) ?? '').trim();
  const chosen = field('person');
  if (chosen !== '') return chosen;
  const accountId = field('accountId');
  return directory.type({
    email: field('email'),
    name: field('name'),
    accountId,
    unverified: form.has('unverified'),
  });
}

async function interact(
  provider: Provider,
  order: IssuerOrder,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const hint = typeof params.login_hint === 'string' ? params.login_hint : '';
    const french = /^fr/i.test(request.headers['accept-language'] ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(choosePage({ side: order.side, people: order.directory.people(), french, hint }));
    return;
  }
  const form = await readForm(request);
  const result = form.has('cancel')
    ? { error: 'access_denied', error_description: 'turned back' }
    : { login: { accountId: chosenId(form, order.directory), remember: false }, select_account: {} };
  await provider.interactionFinished(request, response, result);
}

/** One issuer with one client, which plays the people it is given. */
export async function localIssuer(order: IssuerOrder): Promise<LocalIssuer> {
  const { Provider, interactionPolicy } = await withoutNotices(() => import('oidc-provider'));
  const path = new URL(order.issuer).pathname;
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  const settings = {
    clients: [
      {
        client_id: order.client.clientId,
        client_secret: order.client.clientSecret,
        redirect_uris: [`${order.callbacks}${order.side}`],
        token_endpoint_auth_method: 'client_secret_post',
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: newKeys(),
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: {
        session: `local-${order.side}`,
        interaction: `local-${order.side}-interaction`,
        resume: `local-${order.side}-resume`,
      },
    },
    claims: {
      openid: ['sub', 'tid', 'oid'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => {
      const claims = order.directory.claims(id);
      return claims === null ? undefined : { accountId: id, claims: () => claims };
    },
    interactions: {
      policy,
      url: (_context: unknown, interaction: { uid: string }) => `${path}/interaction/${interaction.uid}`,
    },
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
    renderError: (context: { type: string; body: string }, out: { error: string }) => {
      context.type = 'text/plain';
      context.body = out.error;
    },
    ttl: {
      AuthorizationCode: 60,
      Interaction: 3_600,
      Session: 3_600,
      Grant: 3_600,
      IdToken: 600,
      AccessToken: 600,
    },
  };
  const provider = await withoutNotices(() => new Provider(order.issuer, settings));
  // A company's own provider has a callback of its own, whose address is made later.
  provider.Client.prototype.redirectUriAllowed = (address) => address.startsWith(order.callbacks);
  const answer = provider.callback();
  return {
    issuer: order.issuer,
    handle: (request, response) =>
      INTERACTION.test(request.url ?? '')
        ? interact(provider, order, request, response)
        : answer(request, response),
  };
}
