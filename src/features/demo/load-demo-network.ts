/**
 * Writes the demo network into a database. Each company is one transaction, so a start that is cut short
 * leaves whole companies only, and the next one adds what is missing. A database that holds other companies
 * is left alone.
 */
import { hash } from '@node-rs/argon2';
import { type Day, parseDay } from '../../domain/time/day.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  insertPartnerFactsInBulk,
  insertPartnerInBulk,
  insertPeopleInBulk,
  insertUnmatchedInBulk,
  lockedCompanyIds,
} from '../../store/bulk-load-store.ts';
import { findSignIn, setPasswordHash } from '../../store/credentials-store.ts';
import { type Actor, asOnePartner, type Database, type NetworkTransaction } from '../../store/database.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { addPastOrder } from '../../store/past-orders.ts';
import { happenBeyond } from './demo-beyond.ts';
import { demoNetwork } from './demo-network.ts';
import type { DemoNetwork, DemoPartner, DemoUser } from './demo-plan.ts';
import { loadDemoProfile } from './demo-profiles.ts';
import { partnerFactsRows, partnerRows, peopleRows, staffRows, unmatchedRows } from './demo-rows.ts';
import { type DemoSignIn, planSignIns } from './demo-sign-ins.ts';

export interface DemoLoading {
  readonly database: Database;
  /** The day, `YYYY-MM-DD`, from which every date of the network is told. */
  readonly today: string;
  /** Keeps the sign-ins (`demo-sign-ins.json`). */
  readonly dataFolder: string;
  /** Also the company of 40,000 people. */
  readonly large: boolean;
  readonly progress?: (done: { readonly partner: string; readonly people: number }) => void;
}

const ACTOR: Actor = { kind: 'system', name: 'demo' };

/** People written by one statement per table. */
const BATCH = 4_000;

/** Answers the sign-ins of the demo network; none when the database holds companies that are not the demo's. */
export async function loadDemoNetwork(loading: DemoLoading): Promise<readonly DemoSignIn[]> {
  const { database } = loading;
  const network = demoNetwork(dayOf(loading.today), { large: loading.large });
  const present = await database.asNetwork({ actor: ACTOR }, lockedCompanyIds);
  const demo = new Set(network.partners.map((partner) => partner.id));
  if (present.size > 0 && ![...present].some((partnerId) => demo.has(partnerId))) return [];

  const { signIns, renewed } = await planSignIns(network, loading.dataFolder);
  for (const partner of network.partners.filter(({ id }) => !present.has(id))) {
    await database.asNetwork({ actor: ACTOR }, async (tx) => {
      // Another program may have loaded it while this one waited for its turn.
      if (!(await lockedCompanyIds(tx)).has(partner.id)) await loadPartner(tx, partner, loading);
    });
  }
  await loadStaff(network, loading);
  for (const signIn of signIns) await setPassword(database, signIn, renewed.has(signIn.email));
  return signIns;
}

async function loadPartner(
  tx: NetworkTransaction,
  partner: DemoPartner,
  { today, progress }: DemoLoading,
): Promise<void> {
  await insertPartnerInBulk(tx, partnerRows(partner));
  await insertPartnerFactsInBulk(tx, partner.id, partnerFactsRows(partner, tx.now));
  await asOnePartner(tx, partner.id as PartnerId, async (own) => {
    for (const order of partner.orders) await addPastOrder(own, order);
  });
  let people = 0;
  for (const batch of inBatches(partner.users, BATCH)) {
    await insertPeopleInBulk(tx, partner.id, peopleRows(partner.id, batch, { today, now: tx.now }));
    people += batch.length;
    progress?.({ partner: partner.id, people });
  }
  await insertUnmatchedInBulk(tx, partner.id, unmatchedRows(partner, tx.now));
  for (const event of partner.beyond ?? []) await happenBeyond(tx, event);
  await asOnePartner(tx, partner.id as PartnerId, loadDemoProfile);
  // The trail of a company is kept per partner; it goes into the transaction of what it tells.
  await recordAudit(
    { ...tx, partnerId: partner.id as PartnerId },
    { action: 'demo-loaded', subject: null, details: { people } },
  );
}

async function loadStaff(network: DemoNetwork, { database }: DemoLoading): Promise<void> {
  const known = await database.asSignIn((tx) => findSignIn(tx, network.staff[0]!.workEmail));
  if (known !== null) return;
  await database.asNetwork({ actor: ACTOR }, (tx) =>
    insertPeopleInBulk(tx, NETWORK_PARTNER, staffRows(NETWORK_PARTNER, network.staff, tx.now)),
  );
}

/** Hashing is slow by design: only what the database lacks, or what was made anew, is hashed. */
async function setPassword(
  database: Database,
  { email, password }: DemoSignIn,
  renewed: boolean,
): Promise<void> {
  const user = await database.asSignIn((tx) => findSignIn(tx, email));
  if (user === null || (user.passwordHash !== null && !renewed)) return;
  const passwordHash = await hash(password);
  await database.asTenant({ partnerId: user.partnerId, actor: ACTOR }, (tx) =>
    setPasswordHash(tx, user.userId, passwordHash),
  );
}

function* inBatches(users: Iterable<DemoUser>, size: number): Generator<DemoUser[]> {
  let batch: DemoUser[] = [];
  for (const user of users) {
    batch.push(user);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}
