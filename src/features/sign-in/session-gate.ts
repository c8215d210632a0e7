import { abilitiesOf, ROLES, type Role } from '../../contract/roles.ts';
import type { Caller, Credentials, Gate } from '../../http/caller.ts';
import { findApiToken, PROVISIONING_ROLE, touchApiToken } from '../../store/api-tokens-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { Database } from '../../store/database.ts';
import { NETWORK_PARTNER, type PartnerId, parsePartnerId } from '../../store/partner-id.ts';
import { findPartner } from '../../store/partners-store.ts';
import {
  findPartnerOfReportToken,
  findReportToken,
  touchReportToken,
} from '../../store/report-tokens-store.ts';
import { findPartnerBySecret } from '../../store/secret-lookup.ts';
import { findSession, touchSession } from '../../store/sessions-store.ts';
import { findUser, holdersOfRoles } from '../../store/users-store.ts';
import { refreshed } from '../shared/refreshed.ts';
import { isReportToken } from '../shared/report-token.ts';
import { tokenHash } from '../shared/secret-token.ts';
import { actorOf } from '../shared/services.ts';
import { networkVisits } from './network-visits.ts';
import { sessionEnd } from './session-times.ts';

/** How long a caller is remembered: a right that is taken away ends within this time, everywhere. */
const FRESHNESS = { renewAfter: 250, oldest: 500 };
/** A session or token in use is noted at most this often. */
const TOUCH_EVERY_MS = 60_000;

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

type SecretHolder = Credentials['kind'] | 'report';

function knownRoles(roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

function callerWith(
  kind: Caller['kind'],
  id: string,
  home: PartnerId,
  roles: readonly string[],
  more: Pick<Caller, 'locale' | 'csrfToken' | 'passwordChangeRequired'>,
): Caller {
  const known = knownRoles(roles);
  return {
    kind,
    id,
    userId: kind === 'user' ? id : null,
    // People and programs of the network belong to no company.
    partnerId: home === NETWORK_PARTNER ? null : home,
    homeId: home,
    roles: known,
    abilities: abilitiesOf(known),
    ...more,
  };
}

async function sessionCaller(database: Database, home: PartnerId, hash: Buffer): Promise<Caller | null> {
  const claim = { partnerId: home, actor: SYSTEM };
  const found = await database.readAsTenant(claim, async (tx) => {
    const session = await findSession(tx, hash);
    if (session === null || session.userStatus !== 'active') return null;
    return { session, now: tx.now };
  });
  if (found === null) return null;
  const { session, now } = found;
  // Most requests only read: the session is noted as used now and then.
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await database.asTenant(claim, (tx) => touchSession(tx, hash, sessionEnd(session.createdAt, tx.now)));
  }
  const { userId, roles, csrfToken, passwordChangeRequired, locale } = session;
  return callerWith('user', userId, home, roles, { locale, csrfToken, passwordChangeRequired });
}

async function tokenCaller(database: Database, home: PartnerId, hash: Buffer): Promise<Caller | null> {
  const claim = { partnerId: home, actor: SYSTEM };
  const found = await database.readAsTenant(claim, async (tx) => {
    const token = await findApiToken(tx, hash);
    return token === null ? null : { token, now: tx.now };
  });
  if (found === null) return null;
  const { token, now } = found;
  if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > TOUCH_EVERY_MS) {
    await database.asTenant(claim, (tx) => touchApiToken(tx, token.tokenId));
  }
  const more = { locale: 'en', csrfToken: null, passwordChangeRequired: false } as const;
  const caller = callerWith('token', token.tokenId, home, [token.role], more);
  // A directory may do nothing that a person may do.
  return token.role === PROVISIONING_ROLE ? { ...caller, abilities: new Set(['provisioning']) } : caller;
}

/** Whoever the token belongs to, as that person stands now; gone or disabled, nobody. */
async function reportCaller(database: Database, hash: Buffer): Promise<Caller | null> {
  const home = await database.asSignIn((tx) => findPartnerOfReportToken(tx, hash));
  if (home === null) return null;
  const claim = { partnerId: home, actor: SYSTEM };
  const found = await database.readAsTenant(claim, async (tx) => {
    const token = await findReportToken(tx, hash);
    const user = token === null ? null : await findUser(tx, token.userId);
    return token === null || user?.status !== 'active' ? null : { token, user, now: tx.now };
  });
  if (found === null) return null;
  const { token, user, now } = found;
  if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > TOUCH_EVERY_MS) {
    await database.asTenant(claim, (tx) => touchReportToken(tx, token.tokenId));
  }
  const more = { locale: user.locale ?? 'en', csrfToken: null, passwordChangeRequired: false } as const;
  const caller = callerWith('token', token.tokenId, home, user.roles, more);
  return { ...caller, userId: user.userId, reportsOnly: true };
}

async function readCaller(database: Database, kind: SecretHolder, hash: Buffer): Promise<Caller | null> {
  if (kind === 'report') return reportCaller(database, hash);
  const secret = kind === 'session' ? 'session' : 'api-token';
  const home = await findPartnerBySecret(database, secret, hash);
  if (home === null) return null;
  return kind === 'session' ? sessionCaller(database, home, hash) : tokenCaller(database, home, hash);
}

export interface SessionGate extends Gate {
  /** A session that ended here must not be remembered for another moment. */
  forget(sessionToken: string): void;
  /** The same, where only the hashes of the tokens are known. */
  forgetHashes(hashes: readonly Buffer[]): void;
}

/** The gate in front of every route: who asks, which partners exist, who holds a role, what was refused. */
export function sessionGate(
  database: Database,
  now: () => Date,
  authenticateSource: Gate['authenticateSource'],
): SessionGate {
  const keyOf = ({ kind, token }: Credentials) => {
    const holder = kind === 'bearer' && isReportToken(token) ? 'report' : kind;
    return `${holder} ${tokenHash(token).toString('base64')}`;
  };
  const callers = refreshed(
    (key) => {
      const [kind, hash] = key.split(' ') as [SecretHolder, string];
      return readCaller(database, kind, Buffer.from(hash, 'base64'));
    },
    FRESHNESS,
    () => now().getTime(),
  );
  const noteVisit = networkVisits(database, now);
  return {
    authenticate: (credentials) => callers.get(keyOf(credentials)),
    authenticateSource,
    async partnerExists(text) {
      const partnerId = parsePartnerId(text);
      if (partnerId === null || partnerId === NETWORK_PARTNER) return false;
      const claim = { partnerId, actor: SYSTEM };
      return (await database.readAsTenant(claim, (tx) => findPartner(tx, partnerId))) !== null;
    },
    async isTakenOver(text) {
      const partnerId = parsePartnerId(text);
      if (partnerId === null) return false;
      const claim = { partnerId, actor: SYSTEM };
      const partner = await database.readAsTenant(claim, (tx) => findPartner(tx, partnerId));
      return partner !== null && partner.mergedAt !== null;
    },
    async mergeUnderWay(text) {
      const [found] = await database.askOnce<{ side: 'from' | 'into' | null }>({
        name: 'merge-under-way',
        text: 'select merge_under_way($1) as side',
        values: [text],
      });
      return found?.side ?? null;
    },
    async holders(text, roles) {
      const partnerId = parsePartnerId(text);
      if (partnerId === null) return [];
      const found = await database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) =>
        holdersOfRoles(tx, roles),
      );
      return found.map(({ role, displayName }) => ({ role: role as Role, displayName }));
    },
    async recordRefusal(caller, refusal) {
      const partnerId = caller.homeId as PartnerId;
      await database.asTenant({ partnerId, actor: actorOf(caller) }, (tx) =>
        recordAudit(tx, {
          action: refusal.reason === 'wrong-partner' ? 'access.refused-partner' : 'access.refused-role',
          subject: null,
          details: { method: refusal.method, path: refusal.path, requestId: refusal.requestId },
        }),
      );
    },
    recordVisit: (caller, visit) => noteVisit(actorOf(caller), `${caller.kind} ${caller.id}`, visit),
    forget(sessionToken) {
      callers.forget(keyOf({ kind: 'session', token: sessionToken }));
    },
    forgetHashes(hashes) {
      for (const hash of hashes) callers.forget(`session ${hash.toString('base64')}`);
    },
  };
}
