import { timingSafeEqual } from 'node:crypto';
import {
  closeOidcRound,
  findOidcRound,
  findPartnerOfRound,
  type OidcRound,
} from '../../../store/oidc-rounds-store.ts';
import type { PartnerId } from '../../../store/partner-id.ts';
import type { RoundPurpose } from '../../../store/sign-in-tables.ts';
import { tokenHash } from '../secret-token.ts';
import { exchangeCode } from './exchange-code.ts';
import type { RoundAnswer } from './oidc-desk.ts';
import type { OidcIdentity } from './oidc-identity.ts';
import { type RoundParts, roundCookie, roundCookieName } from './round-parts.ts';

/** Why a round came to nothing. */
export type RoundRefusal =
  /** No such round is known: a forged or invented answer. */
  | 'unknown-round'
  /** Another browser began it. */
  | 'other-browser'
  /** Somebody else, or nobody, is signed in now. */
  | 'other-session'
  | 'round-over'
  /** The person turned back at the provider. */
  | 'cancelled'
  | 'provider-refused'
  /** The answer or its token is not what was asked for: issuer, audience, times, nonce, signature. */
  | 'answer-not-valid'
  | 'provider-unreachable';

export interface RoundMemory {
  readonly purpose: RoundPurpose;
  /** The company whose user began it; the network when nobody was signed in. */
  readonly partnerId: PartnerId;
  readonly userId: string | null;
  readonly clientKey: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly begunAt: Date;
}

export type FinishedRound =
  | {
      readonly kind: 'finished';
      readonly round: RoundMemory;
      readonly identity: OidcIdentity;
      /** Takes the cookie of the round away. */
      readonly cookie: string;
    }
  | {
      readonly kind: 'refused';
      readonly reason: RoundRefusal;
      /** `null` unless this browser began it. */
      readonly round: RoundMemory | null;
      readonly cookie: string | null;
    };

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

function same(hash: Buffer, token: string | null | undefined): boolean {
  return token != null && timingSafeEqual(hash, tokenHash(token));
}

async function findRound(parts: RoundParts, stateHash: Buffer): Promise<OidcRound | null> {
  const partnerId = await parts.database.asSignIn((tx) => findPartnerOfRound(tx, stateHash));
  if (partnerId === null) return null;
  return parts.database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) => findOidcRound(tx, stateHash));
}

/**
 * Takes a browser back from a provider. Only the browser that began may finish, in the session in which it began,
 * once, within ten minutes, at the address that was named to this provider; then the code is exchanged.
 */
export async function finishRound(parts: RoundParts, answer: RoundAnswer): Promise<FinishedRound> {
  const url = new URL(answer.url, parts.baseUrl());
  const state = url.searchParams.get('state') ?? '';
  const stateHash = tokenHash(state);
  const round = state === '' ? null : await findRound(parts, stateHash);
  if (round === null) return { kind: 'refused', reason: 'unknown-round', round: null, cookie: null };
  const cookieName = roundCookieName(stateHash, parts.https);
  if (!same(round.browserHash, answer.cookies[cookieName])) {
    return { kind: 'refused', reason: 'other-browser', round: null, cookie: null };
  }
  const memory: RoundMemory = {
    purpose: round.purpose,
    partnerId: round.partnerId,
    userId: round.begunBy?.userId ?? null,
    clientKey: round.clientKey,
    details: round.details,
    begunAt: round.createdAt,
  };
  const cookie = roundCookie(cookieName, '', parts.https);
  const refused = (reason: RoundRefusal): FinishedRound => ({
    kind: 'refused',
    reason,
    round: memory,
    cookie,
  });
  if (round.begunBy !== null && !same(round.begunBy.sessionHash, answer.sessionToken)) {
    return refused('other-session');
  }
  const claim = { partnerId: round.partnerId, actor: SYSTEM };
  const first = await parts.database.asTenant(claim, (tx) => closeOidcRound(tx, stateHash));
  if (!first) return refused('round-over');
  // Each provider has an address of its own: the answer of one is not taken for that of another.
  if (url.pathname !== round.callbackPath) return refused('answer-not-valid');
  const client = await parts.client(round.clientKey);
  if (client === null || client.issuer !== round.issuer) return refused('provider-refused');
  const exchanged = await exchangeCode(parts, { client, round, state, search: url.search });
  if (exchanged.kind === 'refused') return refused(exchanged.reason);
  return { kind: 'finished', round: memory, identity: exchanged.identity, cookie };
}
