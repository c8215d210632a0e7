/**
 * Some companies looked at in one transaction, which reads them together and writes together what was found: for small
 * companies, and most are, questions to the database cost more than the answers.
 */
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { asOnePartner, type Database, type NetworkTransaction } from '../../store/database.ts';
import {
  evidenceVersionsOf,
  loadEvidenceBytes,
  wholeEvidenceBytes,
} from '../../store/evidence-batch-store.ts';
import { loadCompanies } from '../../store/facts-store.ts';
import { addDone } from '../../store/network-runs-store.ts';
import { keepFailure, keepStandings } from '../../store/network-standings-store.ts';
import { findRounds, holdRounds, keepRounds, type NoticeRound } from '../../store/notice-rounds-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { raiseNotices } from '../shared/notices/raise-notices.ts';
import type { CompanyLook } from './company-look.ts';
import type { CompanyLooks } from './company-looks.ts';
import type { LookOrder, LookOutcome } from './look-order.ts';
import type { RememberedLevel } from './noticed-levels.ts';

/** Of a reason. */
const MOST_CHARACTERS = 1_000;

const SYSTEM = { kind: 'system', name: 'notices' } as const;

/** What is the same for every company of a round. */
export interface RoundQuestion {
  readonly day: Day;
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Names the versions of all programmes together. */
  readonly catalogue: string;
  /** The look at the whole network by these rules. */
  readonly runId: number;
}

export interface FailedLook {
  readonly partnerId: PartnerId;
  readonly error: unknown;
}

export interface BatchOutcome {
  readonly looked: number;
  readonly failed: readonly FailedLook[];
}

interface FoundCompany {
  readonly partnerId: PartnerId;
  readonly order: LookOrder;
  readonly before: NoticeRound | null;
}

/** A round of another server came first, with the same facts and rules on the same day. */
function isTold(round: NoticeRound | undefined, { day, catalogue }: RoundQuestion, version: number): boolean {
  return (
    round !== undefined &&
    round.ranOn >= formatDay(day) &&
    round.evidenceVersion >= version &&
    round.catalogue === catalogue
  );
}

/** Versions are read before facts: what changes in between is looked at again. */
async function readBatch(
  tx: NetworkTransaction,
  partnerIds: readonly PartnerId[],
  question: RoundQuestion,
): Promise<readonly FoundCompany[]> {
  const held = await holdRounds(tx, partnerIds);
  if (held.length === 0) return [];
  const rounds = await findRounds(tx, held);
  const versions = await evidenceVersionsOf(tx, held);
  const due = held.filter((id) => !isTold(rounds.get(id), question, versions.get(id) ?? 0));
  if (due.length === 0) return [];
  const companies = await loadCompanies(tx, due);
  const evidence = await loadEvidenceBytes(tx, due);
  return due.map((partnerId) => {
    const company = companies.get(partnerId)!;
    const before = rounds.get(partnerId) ?? null;
    const enrolled = (company.facts.enrolments ?? []).map(({ programme }) => programme);
    const order = {
      company,
      evidence: evidence.get(partnerId)!,
      evidenceVersion: versions.get(partnerId)!,
      programmes: [...new Set(enrolled)].filter((id) => question.programmes.has(id)),
      day: question.day,
      ranOn: before === null ? null : parseDay(before.ranOn),
      told: (before?.levels ?? null) as readonly RememberedLevel[] | null,
    };
    return { partnerId, order, before };
  });
}

interface LookedAt {
  readonly found: ReadonlyMap<FoundCompany, CompanyLook>;
  readonly failed: readonly FailedLook[];
}

async function lookAtEach(
  tx: NetworkTransaction,
  looks: CompanyLooks,
  companies: readonly FoundCompany[],
): Promise<LookedAt> {
  const found = new Map<FoundCompany, CompanyLook>();
  const failed: FailedLook[] = [];
  const outcomes = await Promise.all(companies.map(({ order }) => looks.look(order)));
  for (const [at, company] of companies.entries()) {
    let outcome = outcomes[at]!;
    if (outcome.kind === 'unreadable-evidence') {
      const evidence = await wholeEvidenceBytes(tx, company.partnerId);
      outcome = await looks.look({ ...company.order, evidence });
    }
    if (outcome.kind === 'looked') found.set(company, outcome);
    else failed.push({ partnerId: company.partnerId, error: new Error(reasonOf(outcome)) });
  }
  return { found, failed };
}

function reasonOf(outcome: Exclude<LookOutcome, { kind: 'looked' }>): string {
  return outcome.kind === 'failed' ? outcome.reason : 'The packed evidence cannot be read.';
}

async function keepFound(
  tx: NetworkTransaction,
  found: ReadonlyMap<FoundCompany, CompanyLook>,
  { day, catalogue, runId }: RoundQuestion,
): Promise<void> {
  for (const [{ partnerId }, { drafts }] of found) {
    if (drafts.length > 0) await asOnePartner(tx, partnerId, (own) => raiseNotices(own, drafts));
  }
  const companies = [...found];
  await keepStandings(
    tx,
    companies.map(([{ partnerId }]) => partnerId),
    companies.flatMap(([{ partnerId }, { standings }]) =>
      standings.map((standing) => ({ ...standing, partnerId })),
    ),
  );
  const rounds = companies.map(([{ partnerId, order }, { nextDue, levels }]) => {
    const { evidenceVersion } = order;
    return [partnerId, { ranOn: formatDay(day), nextDue, evidenceVersion, catalogue, levels }] as const;
  });
  await keepRounds(tx, new Map(rounds));
  // Others wait for this row: it is taken last.
  await addDone(tx, runId, companies.filter(([{ before }]) => before?.catalogue !== catalogue).length);
}

/** A company and why it was not looked at, as the network remembers it. */
export function failureOf(partnerId: PartnerId, error: unknown, { catalogue }: RoundQuestion) {
  const reason = error instanceof Error ? error.message : String(error);
  return { partnerId, catalogue, reason: reason.slice(0, MOST_CHARACTERS) };
}

/** A company at which another server looks is left to it: what changes meanwhile is seen by the next round. */
export async function lookAtBatch(
  database: Database,
  looks: CompanyLooks,
  partnerIds: readonly PartnerId[],
  question: RoundQuestion,
): Promise<BatchOutcome> {
  return database.asNetwork({ actor: SYSTEM }, async (tx) => {
    const companies = await readBatch(tx, partnerIds, question);
    const { found, failed } = await lookAtEach(tx, looks, companies);
    await keepFound(tx, found, question);
    for (const { partnerId, error } of failed) await keepFailure(tx, failureOf(partnerId, error, question));
    return { looked: found.size, failed };
  });
}
