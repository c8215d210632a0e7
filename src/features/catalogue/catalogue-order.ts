/** Work on versions of the rules as it is ordered from a thread: everything about it, and nothing but data. */
import { checkFiles } from '../../catalogue/check-programme.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { evaluate } from '../../domain/evaluation/evaluate.ts';
import { evidenceFromBytes } from '../../domain/evidence/evidence-bytes.ts';
import { factsOf } from '../../domain/evidence/evidence-facts.ts';
import { Rehearsal, type RehearsalQuestion } from '../../domain/rehearsal/rehearsal.ts';
import { type Day, formatDay } from '../../domain/time/day.ts';
import type { FileProblem } from '../../store/catalogue-versions-store.ts';
import type { CompanyOfBatch } from '../../store/facts-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { ConcernedCompany } from '../../store/rehearsals-store.ts';
import { type LearnOutcome, type LearnQuestion, readLearnFile } from './learn-changes.ts';

export interface CompanyToRehearse {
  readonly partnerId: PartnerId;
  readonly company: CompanyOfBatch;
  /** Its people, as bytes of evidence. */
  readonly evidence: Uint8Array;
}

export type CatalogueOrder =
  | { readonly kind: 'check'; readonly programme: string; readonly texts: ReadonlyMap<string, string> }
  /** A catalogue file of Microsoft Learn is compared with a programme. */
  | { readonly kind: 'learn'; readonly question: LearnQuestion }
  /** From now on this is rehearsed. */
  | { readonly kind: 'prepare'; readonly question: RehearsalQuestion }
  | { readonly kind: 'rehearse'; readonly companies: readonly CompanyToRehearse[] };

export type CatalogueOutcome =
  | {
      readonly kind: 'checked';
      readonly programme: Programme | null;
      readonly problems: readonly FileProblem[];
    }
  | { readonly kind: 'learned'; readonly outcome: LearnOutcome }
  | { readonly kind: 'prepared' }
  | {
      readonly kind: 'rehearsed';
      /** Those that the change concerns, and those that could not be asked. */
      readonly concerned: readonly ConcernedCompany[];
    };

/** For more ids than this it is quicker to read the evidence than to look for each. */
const MOST_NEEDLES = 40;

/**
 * Whether bytes of evidence may name one of these ids, which stand in them as plain characters. Most companies are
 * settled by that, at a tenth of what reading their evidence costs; one that names an id is read.
 */
function mentioning(names: ReadonlySet<string> | null): (bytes: Uint8Array) => boolean {
  if (names === null || names.size > MOST_NEEDLES) return () => true;
  const needles = [...names].flatMap((name) => [Buffer.from(name, 'latin1'), Buffer.from(name, 'utf16le')]);
  return ({ buffer, byteOffset, byteLength }) => {
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    return needles.some((needle) => bytes.includes(needle));
  };
}

const dayOrNull = (day: Day | null) => (day === null ? null : formatDay(day));

function rehearsed(
  rehearsal: Rehearsal,
  { partnerId, company, evidence: bytes }: CompanyToRehearse,
): ConcernedCompany {
  const failed = (failure: string) => ({ partnerId, changes: [], failure });
  try {
    const evidence = evidenceFromBytes(bytes);
    if ('kind' in evidence) return failed('The packed evidence cannot be read.');
    const found = rehearsal.of(factsOf(evidence, company.facts), company.partner.origin);
    if ('kind' in found) return failed(`${found.path}: ${found.problem}`);
    const changes = found.map(({ kind, competency, level, on, until, keptUntil }) => ({
      kind,
      competency,
      level,
      on: formatDay(on),
      until: dayOrNull(until),
      keptUntil: dayOrNull(keptUntil),
    }));
    return { partnerId, changes, failure: null };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** What is rehearsed stays prepared from one order to the next. */
export function followCatalogueOrder(): (order: CatalogueOrder) => CatalogueOutcome {
  let rehearsal: Rehearsal | null = null;
  return (order) => {
    switch (order.kind) {
      case 'check': {
        const { programme, problems } = checkFiles({ id: order.programme, texts: order.texts }, evaluate);
        return { kind: 'checked', programme, problems };
      }
      case 'learn':
        return { kind: 'learned', outcome: readLearnFile(order.question) };
      case 'prepare':
        rehearsal = new Rehearsal(order.question);
        return { kind: 'prepared' };
      case 'rehearse': {
        const asked = rehearsal!;
        const mentions = mentioning(asked.names);
        const all = order.companies
          .filter(({ evidence }) => mentions(evidence))
          .map((company) => rehearsed(asked, company));
        return {
          kind: 'rehearsed',
          concerned: all.filter(({ changes, failure }) => changes.length > 0 || failure !== null),
        };
      }
    }
  };
}
