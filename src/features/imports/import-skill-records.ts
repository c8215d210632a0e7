import type { ImportRow } from '../../contract/imports.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { SkillRecordCandidate } from '../../sources/skill-record-candidate.ts';
import type { SourceRow } from '../../sources/source-row.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { withNetworkSight } from '../../store/database.ts';
import { type NamedAccount, otherAccountsOf, proposeMerge } from '../../store/merge-proposals-store.ts';
import {
  type AppendedRecord,
  appendSkillRecords,
  type NewSkillRecord,
} from '../../store/skill-records-store.ts';
import { rejectedAnswer, repeatedAnswer } from './import-answers.ts';
import type { ImportContext } from './import-context.ts';

function newRecord(candidate: SkillRecordCandidate): NewSkillRecord {
  const { line: _line, warnings: _warnings, contactEmail: _contactEmail, ...record } = candidate;
  return record;
}

/** Why a record that is kept will not count by itself, or what else should be known about its row. */
function remark(
  candidate: SkillRecordCandidate,
  kept: AppendedRecord,
  programmes: readonly Programme[],
): Pick<ImportRow, 'reason' | 'field' | 'value'> {
  const named =
    candidate.skill.startsWith('external:') && programmes.some(({ skills }) => skills.has(candidate.skill));
  // External items that a rule names count whatever their source.
  if (!programmes.some(({ recognisedSources }) => recognisedSources.includes(candidate.source)) && !named) {
    return { reason: 'source-not-recognised', field: 'provider', value: candidate.source };
  }
  if (kept.place === 'unmatched')
    return { reason: 'unmatched', field: 'workEmail', value: candidate.workEmail };
  if (kept.place === 'not-associated') {
    return { reason: 'not-associated', field: 'accountId', value: candidate.accountId };
  }
  const warning = candidate.warnings[0];
  return warning === undefined
    ? { reason: null, field: null, value: null }
    : { reason: warning.code, field: warning.field, value: warning.value };
}

function answerFor(
  candidate: SkillRecordCandidate,
  kept: AppendedRecord,
  programmes: readonly Programme[],
): ImportRow {
  const { line } = candidate;
  if (kept.kind === 'rejected') {
    const { accountId: value } = candidate;
    return { line, result: 'rejected', reason: kept.reason, field: 'accountId', value, id: null };
  }
  return { line, result: kept.kind, id: kept.id, ...remark(candidate, kept, programmes) };
}

/**
 * A transcript that names another account than the one that the person with its contact e-mail has associated here:
 * reading it as that one is proposed to support, who decide it. The e-mail decides nothing by itself.
 */
async function proposeMergesOf(
  tx: TenantTransaction,
  candidates: readonly SkillRecordCandidate[],
): Promise<void> {
  const named = new Map<string, NamedAccount>();
  for (const { provider, accountId, contactEmail } of candidates) {
    if (accountId === null || contactEmail == null) continue;
    named.set(`${provider} ${accountId} ${contactEmail}`, { provider, accountId, email: contactEmail });
  }
  for (const pair of await otherAccountsOf(tx, [...named.values()])) {
    await withNetworkSight(tx, () => proposeMerge(tx, pair, { kind: 'transcript', value: null }));
  }
}

/**
 * Whose account, and is it new? The account that the row names, else the account of the provider that the user
 * with this work e-mail has associated here, else the queue of records without an account. An e-mail never
 * creates an association, and the same completion sent again changes nothing.
 */
export async function importSkillRecords(
  rows: readonly SourceRow<SkillRecordCandidate>[],
  { tx, programmes }: ImportContext,
): Promise<ImportRow[]> {
  const candidates = rows.flatMap((row) => (row.kind === 'candidate' ? [row.candidate] : []));
  const kept = await appendSkillRecords(tx, candidates.map(newRecord));
  await proposeMergesOf(tx, candidates);
  const byLine = new Map(
    candidates.map((candidate, index) => [candidate.line, answerFor(candidate, kept[index]!, programmes)]),
  );
  return rows.map((row) => {
    if (row.kind === 'rejected') return rejectedAnswer(row.rejection);
    if (row.kind === 'repeated') return repeatedAnswer(row.line, row.firstLine);
    return byLine.get(row.line)!;
  });
}
