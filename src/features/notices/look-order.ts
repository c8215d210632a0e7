/** A look at one company as it is ordered from a thread: everything about it, and nothing but data. */
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { evidenceFromBytes } from '../../domain/evidence/evidence-bytes.ts';
import { factsOf } from '../../domain/evidence/evidence-facts.ts';
import type { Day } from '../../domain/time/day.ts';
import type { CompanyOfBatch } from '../../store/facts-store.ts';
import { partnerSummary } from '../shared/partner-summary.ts';
import { type CompanyLook, lookAtCompany } from './company-look.ts';
import type { RememberedLevel } from './noticed-levels.ts';

export interface LookOrder {
  readonly company: CompanyOfBatch;
  /** Its people, as bytes of evidence. */
  readonly evidence: Uint8Array;
  readonly evidenceVersion: number;
  readonly programmes: readonly string[];
  readonly day: Day;
  readonly ranOn: Day | null;
  readonly told: readonly RememberedLevel[] | null;
}

export type LookOutcome =
  | ({ readonly kind: 'looked' } & CompanyLook)
  /** The bytes are of another version, or damaged. */
  | { readonly kind: 'unreadable-evidence' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A company about which something fails is told, and stops no other. */
export async function followOrder(
  order: LookOrder,
  programmes: ReadonlyMap<string, Programme>,
  pause: () => Promise<unknown>,
): Promise<LookOutcome> {
  const { company, evidenceVersion } = order;
  try {
    const evidence = evidenceFromBytes(order.evidence);
    if ('kind' in evidence) return { kind: 'unreadable-evidence' };
    const facts = factsOf(evidence, company.facts);
    const partner = partnerSummary(company.partner, order.programmes.length > 0);
    const loaded = { partner, facts, directory: new Map(), evidenceVersion };
    const own = order.programmes.map((id) => programmes.get(id)!);
    return { kind: 'looked', ...(await lookAtCompany(loaded, { ...order, programmes: own }, pause)) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
