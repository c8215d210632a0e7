/** Why a whole company has no skills data, and how many of its people each cause holds back. */
import type { PersonDiagnosis } from './diagnose-person.ts';
import { type CauseCode, remedyOf } from './finding.ts';

export interface CompanySituation {
  readonly enrolled: boolean;
  readonly origin: 'native' | 'pmc' | 'moved';
  /** Who is employed, each with what a diagnosis of him or her says. */
  readonly people: readonly {
    readonly userId: string;
    readonly associated: boolean;
    readonly records: number;
    readonly diagnosis: PersonDiagnosis;
  }[];
}

/** Why nobody of a company has skills data. */
export const COMPANY_CAUSES = [
  'not-enrolled',
  'nobody',
  'created-here',
  'nobody-associated-before-move',
  'nobody-associated',
  'waiting',
  'no-records',
] as const;
export type CompanyCause = (typeof COMPANY_CAUSES)[number];

export interface CompanyDiagnosis {
  /** `null` when somebody has skills data. */
  readonly cause: CompanyCause | null;
  /** Milliseconds since 1970; `null` when nothing is waited for. */
  readonly expectedBy: number | null;
  /** Ids of the people whom each cause holds back; the cause of most people first. */
  readonly causes: readonly { readonly cause: CauseCode; readonly people: readonly string[] }[];
}

function causeOf({ enrolled, origin, people }: CompanySituation, waiting: boolean): CompanyCause | null {
  if (!enrolled) return 'not-enrolled';
  if (people.some(({ records }) => records > 0)) return null;
  if (people.length === 0) return 'nobody';
  if (people.some(({ associated }) => associated)) return waiting ? 'waiting' : 'no-records';
  if (origin === 'native') return 'created-here';
  return origin === 'moved' ? 'nobody-associated-before-move' : 'nobody-associated';
}

/** Something to know is nothing that holds anybody back. */
function holdsBack(cause: CauseCode): boolean {
  const { mender, step } = remedyOf(cause);
  return mender !== 'nobody' || step === 'wait';
}

export function diagnoseCompany(situation: CompanySituation): CompanyDiagnosis {
  const held = new Map<CauseCode, string[]>();
  let expectedBy: number | null = null;
  for (const { userId, diagnosis } of situation.people) {
    for (const pending of diagnosis.pending) {
      expectedBy = expectedBy === null ? pending.expectedBy : Math.max(expectedBy, pending.expectedBy);
    }
    for (const cause of new Set(diagnosis.findings.map((finding) => finding.cause).filter(holdsBack))) {
      const people = held.get(cause);
      if (people === undefined) held.set(cause, [userId]);
      else people.push(userId);
    }
  }
  return {
    cause: causeOf(situation, expectedBy !== null),
    expectedBy,
    causes: [...held]
      .map(([cause, people]) => ({ cause, people }))
      .sort((a, b) => b.people.length - a.people.length || (a.cause < b.cause ? -1 : 1)),
  };
}
