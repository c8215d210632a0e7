import { beginOidcRound } from '../../../store/oidc-rounds-store.ts';
import { NETWORK_PARTNER } from '../../../store/partner-id.ts';
import { newSecretToken, tokenHash } from '../secret-token.ts';
import type { RoundOrder } from './oidc-desk.ts';
import { ROUND_MS, ROUND_PURPOSE, type RoundParts, roundCookie, roundCookieName } from './round-parts.ts';

export type BegunRound =
  | {
      readonly kind: 'begun';
      /** Where the browser is to go. */
      readonly address: string;
      /** Binds the round to this browser; to be set with the answer. */
      readonly cookie: string;
    }
  | { readonly kind: 'provider-unreachable' };

/** Authorization code with PKCE (S256), state and nonce; e-mail and profile are asked for, nothing else. */
export async function beginRound(parts: RoundParts, order: RoundOrder): Promise<BegunRound> {
  const { client, begunBy } = order;
  const configuration = await parts.configurationOf(client).catch(() => null);
  if (configuration === null) return { kind: 'provider-unreachable' };
  const oidc = await import('openid-client');
  const state = newSecretToken();
  const browser = newSecretToken();
  const secrets = { verifier: oidc.randomPKCECodeVerifier(), nonce: oidc.randomNonce() };
  const stateHash = tokenHash(state);
  const partnerId = begunBy?.partnerId ?? NETWORK_PARTNER;
  const actor =
    begunBy === null
      ? ({ kind: 'system', name: 'sign-in' } as const)
      : ({ kind: 'user', userId: begunBy.userId } as const);
  await parts.database.asTenant({ partnerId, actor }, (tx) =>
    beginOidcRound(tx, {
      stateHash,
      browserHash: tokenHash(browser),
      begunBy: begunBy && { userId: begunBy.userId, sessionHash: tokenHash(begunBy.sessionToken) },
      purpose: order.purpose,
      clientKey: client.key,
      issuer: client.issuer,
      callbackPath: order.callbackPath,
      sealedSecrets: parts.sealer.seal(ROUND_PURPOSE, JSON.stringify(secrets)),
      details: order.details ?? {},
      expiresAt: new Date(tx.now.getTime() + ROUND_MS),
    }),
  );
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: `${parts.baseUrl()}${order.callbackPath}`,
    scope: 'openid profile email',
    response_mode: 'query',
    state,
    nonce: secrets.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(order.prompt === undefined ? {} : { prompt: order.prompt }),
    // Whoever is asked to sign in anew is to be told of with the time: see `prove-by-account.ts`.
    ...(order.prompt === 'login' ? { max_age: '0' } : {}),
    ...(order.loginHint === undefined ? {} : { login_hint: order.loginHint }),
  });
  const name = roundCookieName(stateHash, parts.https);
  return { kind: 'begun', address: address.href, cookie: roundCookie(name, browser, parts.https) };
}
