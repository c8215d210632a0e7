/** Companies as a rehearsal reads them: so many at a time, in few questions. */
import type { NetworkTransaction } from '../../store/database.ts';
import { loadEvidenceBytes } from '../../store/evidence-batch-store.ts';
import { loadCompanies } from '../../store/facts-store.ts';
import { companiesAfter } from '../../store/rehearsals-store.ts';
import type { CompanyToRehearse } from './catalogue-order.ts';

/** Companies that are read, asked and kept together. */
const PAGE = 400;

export interface RehearsalPage {
  readonly companies: readonly CompanyToRehearse[];
  readonly count: number;
  /** `null`: there is nobody left. */
  readonly last: string | null;
}

/** The companies after one of them, in the order of their ids. */
export async function readPage(tx: NetworkTransaction, after: string): Promise<RehearsalPage> {
  const ids = await companiesAfter(tx, after, PAGE);
  if (ids.length === 0) return { companies: [], count: 0, last: null };
  const companies = await loadCompanies(tx, ids);
  const evidence = await loadEvidenceBytes(tx, ids);
  return {
    companies: ids.flatMap((partnerId) => {
      const company = companies.get(partnerId);
      return company === undefined ? [] : [{ partnerId, company, evidence: evidence.get(partnerId)! }];
    }),
    count: ids.length,
    last: ids.at(-1)!,
  };
}
