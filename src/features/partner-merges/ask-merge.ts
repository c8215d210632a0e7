/** Takes the order to merge two companies, has it worked on, and waits a moment for a merge that is made soon. */
import { setTimeout as pause } from 'node:timers/promises';
import type { MergePartners, PartnerMergeRefusal } from '../../contract/partner-merges.ts';
import { badRequest, conflict, type HttpProblem, notFound } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { type Actor, asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import { strangerAmong } from '../../store/merged-people-store.ts';
import { NETWORK_PARTNER, type PartnerId, parsePartnerId } from '../../store/partner-id.ts';
import { addMergeRun, unfinishedMergeOf } from '../../store/partner-merge-runs-store.ts';
import { findPartners, type Partner } from '../../store/partners-store.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { mergeRound } from './merge-work.ts';

/** Whoever asks waits so long for the merge itself. */
const WAITED_MS = 1_000;

const TITLES: Readonly<Record<PartnerMergeRefusal, string>> = {
  'same-company': 'A company cannot become part of itself.',
  'unknown-company': 'One of the companies does not exist.',
  'from-merged': 'The company has become part of another one already.',
  'into-merged': 'The company that would go on has itself become part of another one.',
  'under-way': 'A merge of one of the companies is under way.',
};

export function refused(kind: PartnerMergeRefusal): HttpProblem {
  if (kind === 'unknown-company') return notFound('company-not-found', TITLES[kind]);
  return conflict(kind, TITLES[kind], {
    detail:
      kind === 'under-way'
        ? 'Nothing was begun. Wait until that merge has ended, and look at both companies again.'
        : 'Nothing was changed. Look at both companies in the list and choose again.',
  });
}

export interface BothCompanies {
  readonly from: Partner | null;
  readonly into: Partner | null;
  readonly refusal: PartnerMergeRefusal | null;
}

/** The two companies, and what stands in the way before any fact is looked at. */
export async function bothCompanies(
  tx: NetworkTransaction,
  asked: { readonly from: string; readonly into: string },
): Promise<BothCompanies> {
  const ids = [asked.from, asked.into].flatMap((text) => parsePartnerId(text) ?? []);
  // Whoever has just merged one of them is waited for, and then seen.
  const unfinished = ids.length === 0 ? null : await unfinishedMergeOf(tx, ids);
  const found = ids.length === 0 ? [] : await findPartners(tx, ids);
  const of = (id: string) =>
    found.find(({ partnerId }) => partnerId === id && partnerId !== NETWORK_PARTNER) ?? null;
  const [from, into] = [of(asked.from), of(asked.into)];
  const refusal = () => {
    if (asked.from === asked.into) return 'same-company';
    if (from === null || into === null) return 'unknown-company';
    if (unfinished !== null) return 'under-way';
    if (from.mergedAt !== null) return 'from-merged';
    return into.mergedAt === null ? null : 'into-merged';
  };
  return { from, into, refusal: refusal() };
}

function unknownPerson(userId: string): HttpProblem {
  return badRequest('unknown-person', 'Somebody named as the same person works at neither company.', [
    { code: 'unknown-person', field: 'samePeople', detail: userId },
  ]);
}

async function takeOrder(tx: NetworkTransaction, body: MergePartners): Promise<string> {
  const { samePeople: same = [], keepRoles, reason, confirm, ...asked } = body;
  const { from, into, refusal } = await bothCompanies(tx, asked);
  if (refusal !== null) throw refused(refusal);
  if (confirm.trim() !== from!.name) {
    throw badRequest('not-confirmed', 'The name of the company was not typed as it is.', [
      { code: 'not-confirmed', field: 'confirm' },
    ]);
  }
  const companies = { from: from!.partnerId, into: into!.partnerId };
  const stranger = await strangerAmong(tx, { ...companies, same });
  if (stranger !== null) throw unknownPerson(stranger);
  const mergeId = await addMergeRun(tx, { ...companies, same, keepRoles, reason });
  await asOnePartner(tx, NETWORK_PARTNER as PartnerId, (network) =>
    recordAudit(network, {
      action: 'companies.merge-asked',
      subject: `partner:${companies.from}`,
      details: { ...companies, mergeId },
    }),
  );
  return mergeId;
}

/** @returns the id of the merge, which may have been made by then; that of the same request before, if there was one */
export async function askMerge(
  services: Services,
  actor: Actor,
  request: { readonly body: MergePartners } & Parameters<typeof repeatable>[1],
): Promise<string> {
  const { kept } = await services.database.asNetwork({ actor }, (tx) =>
    repeatable({ ...tx, partnerId: NETWORK_PARTNER }, request, async () => ({
      mergeId: await takeOrder(tx, request.body),
    })),
  );
  // What fails here is taken up again by the round of merges.
  const work = mergeRound(services).catch(() => {});
  const waiting = new AbortController();
  const enough = pause(WAITED_MS, undefined, { signal: waiting.signal }).catch(() => {});
  await Promise.race([work, enough]);
  waiting.abort();
  return kept.mergeId;
}
