import type { OidcRound } from '../../../store/oidc-rounds-store.ts';
import type { RoundRefusal } from './finish-round.ts';
import type { OidcClient } from './oidc-client.ts';
import { identityOf, type OidcIdentity } from './oidc-identity.ts';
import { ROUND_PURPOSE, type RoundParts, type RoundSecrets } from './round-parts.ts';

export type ExchangedCode =
  | { readonly kind: 'identity'; readonly identity: OidcIdentity }
  | { readonly kind: 'refused'; readonly reason: RoundRefusal };

/** What a provider answers when the person turned back there. */
const TURNED_BACK = ['access_denied', 'login_required', 'interaction_required', 'account_selection_required'];

function refusalOf(error: unknown, oidc: typeof import('openid-client')): RoundRefusal {
  if (error instanceof oidc.AuthorizationResponseError) {
    return TURNED_BACK.includes(error.error) ? 'cancelled' : 'provider-refused';
  }
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError) {
    return 'provider-refused';
  }
  // The library tells an answer that fails a check from a network that fails to bring one.
  if (error instanceof oidc.ClientError) {
    return error.code === 'OAUTH_TIMEOUT' ? 'provider-unreachable' : 'answer-not-valid';
  }
  // A fetch that failed before there was an answer; the library's own complaints about arguments carry a code.
  if (error instanceof TypeError && !('code' in error)) return 'provider-unreachable';
  throw error;
}

/**
 * Exchanges the code of an answer. The library checks state, `iss` of the answer (mix-up), nonce, issuer, audience,
 * times and signature of the token.
 */
export async function exchangeCode(
  parts: RoundParts,
  answer: {
    readonly client: OidcClient;
    readonly round: OidcRound;
    readonly state: string;
    readonly search: string;
  },
): Promise<ExchangedCode> {
  const { client, round, state, search } = answer;
  const configuration = await parts.configurationOf(client).catch(() => null);
  if (configuration === null) return { kind: 'refused', reason: 'provider-unreachable' };
  const oidc = await import('openid-client');
  const secrets = JSON.parse(parts.sealer.open(ROUND_PURPOSE, round.sealedSecrets)) as RoundSecrets;
  const address = new URL(`${parts.baseUrl()}${round.callbackPath}${search}`);
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const identity = identityOf(tokens.claims() ?? {});
    return identity === null
      ? { kind: 'refused', reason: 'answer-not-valid' }
      : { kind: 'identity', identity };
  } catch (error) {
    return { kind: 'refused', reason: refusalOf(error, oidc) };
  }
}
