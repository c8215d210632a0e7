/**
 * The facts document: everything an evaluation may use about one partner. It is the JSON document of the
 * command line and, field for field, what the store loads for a partner. Days are `YYYY-MM-DD` strings here;
 * the engine turns them into numbers in the pass that checks them.
 */
export interface FactsDocument {
  readonly partner: FactsPartner;
  readonly people?: readonly FactsPerson[];
  readonly metrics?: readonly FactsMetric[];
  readonly memberships?: readonly FactsMembership[];
  readonly assets?: readonly FactsAsset[];
  readonly exemptions?: readonly FactsExemption[];
  readonly enrolments?: readonly FactsEnrolment[];
  /** Absent metrics and assets mean zero and "no" instead of unknown. */
  readonly complete?: boolean;
}

export interface FactsPartner {
  readonly id: string;
  readonly market?: 'developed' | 'developing' | null;
  readonly country?: string | null;
  readonly movedFromPmcOn?: string | null;
}

export interface FactsPerson {
  readonly id: string;
  readonly employedFrom?: string | null;
  readonly employedUntil?: string | null;
  /** Another person of the document who is the same individual. */
  readonly sameAs?: string | null;
  readonly accounts?: readonly FactsAccount[];
  /** Absent: associated for as long as employed. Empty: not associated. */
  readonly associations?: readonly FactsAssociation[];
  readonly records?: readonly FactsRecord[];
}

export interface FactsAccount {
  readonly accountId: string;
  readonly provider?: string | null;
  readonly mergedInto?: string | null;
}

export interface FactsAssociation {
  readonly accountId: string;
  readonly provider?: string | null;
  readonly via?: 'partner-center' | 'pmc' | null;
  readonly from: string;
  readonly until?: string | null;
  /** The partner the account is associated with, when it is not this one. */
  readonly partner?: string | null;
}

export interface FactsRecord {
  readonly id: string;
  readonly accountId?: string | null;
  readonly skill: string;
  readonly achievedOn: string;
  readonly expiresOn?: string | null;
  readonly revokedOn?: string | null;
  readonly source?: string | null;
  readonly recordedAt?: string | null;
  readonly voidedAt?: string | null;
  readonly certificateNumber?: string | null;
  readonly grade?: number | null;
}

export interface FactsMetric {
  readonly metric: string;
  readonly month: string;
  readonly value: number;
  readonly association?: string | null;
  readonly competency?: string | null;
  readonly track?: string | null;
  /** Of another company, which this one took over on that day; see `figures-on.ts`. No document of files has it. */
  readonly from?: string | null;
}

export interface FactsMembership {
  readonly offer: string;
  readonly activeFrom: string;
  readonly anniversary?: string | null;
}

export interface FactsAsset {
  readonly asset: string;
  readonly from?: string | null;
  readonly until?: string | null;
}

export interface FactsExemption {
  readonly competency: string;
  readonly level: string;
  /** First day on which it holds; absent: it has always held. */
  readonly from?: string | null;
  /** First day on which it no longer holds. */
  readonly until?: string | null;
  readonly reason?: string | null;
}

export interface FactsEnrolment {
  readonly programme: string;
  readonly track?: string | null;
}
