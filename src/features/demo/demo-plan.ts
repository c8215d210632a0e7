/**
 * The demo network as plain data, before it is written anywhere: what each invented company is, who works there
 * and what they hold. Days are `YYYY-MM-DD`, months `YYYY-MM`.
 */
import type { PartnerRole } from '../../contract/roles.ts';
import type { PastOrder } from '../../store/past-orders.ts';

export interface DemoNetwork {
  readonly partners: readonly DemoPartner[];
  readonly staff: readonly DemoNetworkUser[];
}

export interface DemoPartner {
  readonly id: string;
  readonly mpnId: string;
  readonly name: string;
  readonly legalName: string;
  readonly country: string;
  readonly market: 'developed' | 'developing';
  readonly origin: 'native' | 'pmc' | 'moved';
  readonly movedFromPmcOn: string | null;
  readonly enrolments: readonly DemoEnrolment[];
  readonly timeZone: string;
  readonly locale: 'fr' | 'en';
  readonly locations: readonly DemoLocation[];
  /** Read once, in order: the largest company is generated while it is written. */
  readonly users: Iterable<DemoUser>;
  readonly metrics: readonly DemoMetric[];
  readonly memberships: readonly DemoMembership[];
  readonly orders: readonly PastOrder[];
  readonly assets: readonly DemoAsset[];
  /** Records that came with an address alone, and found no account. */
  readonly unmatched?: readonly DemoUnmatched[];
  /** What has happened to accounts of its people beyond the company; done in order once everybody is written. */
  readonly beyond?: readonly DemoBeyond[];
}

export interface DemoUnmatched extends DemoRecord {
  readonly provider: DemoAccount['provider'];
  readonly workEmail: string;
}

interface DemoAccountName {
  readonly provider: DemoAccount['provider'];
  readonly accountId: string;
}

export type DemoBeyond =
  /** A user of another company, without a learning account there, associates the account: it is the same person. */
  | (DemoAccountName & {
      readonly kind: 'goes-elsewhere';
      readonly partnerId: string;
      readonly workEmail: string;
      readonly on: string;
    })
  /** Support merges the account into another one. */
  | (DemoAccountName & {
      readonly kind: 'merged';
      readonly into: string;
      readonly reason: string;
      readonly on: string;
    });

export interface DemoEnrolment {
  readonly programme: string;
  readonly since: string;
  /** The track that the programme has assigned, if it has tracks. */
  readonly track: string | null;
}

export interface DemoLocation {
  readonly key: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
}

export interface DemoUser {
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
  readonly locale: 'fr' | 'en';
  readonly roles: readonly PartnerRole[];
  readonly technical: boolean;
  readonly location: string;
  readonly team?: string;
  readonly employedFrom: string;
  readonly employedUntil: string | null;
  /** The account is disabled since that day. */
  readonly disabledOn?: string;
  /** Has access to Partner University since that day. */
  readonly partnerUniversitySince: string | null;
  readonly accounts: readonly DemoAccount[];
  /** A password is made for this person and shown at start. */
  readonly signIn: boolean;
}

/** A user of the network side, who belongs to no partner. */
export interface DemoNetworkUser {
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
  readonly locale: 'fr' | 'en';
  readonly role: 'programme-operator' | 'programme-support';
}

export interface DemoAccount {
  readonly provider: 'microsoft-learning' | 'partner-university';
  readonly accountId: string;
  readonly email: string;
  readonly associations: readonly DemoAssociation[];
  readonly records: readonly DemoRecord[];
}

export interface DemoAssociation {
  readonly via: 'partner-center' | 'pmc';
  readonly from: string;
  readonly until: string | null;
}

export interface DemoRecord {
  readonly skill: string;
  readonly achievedOn: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  readonly source: string;
  readonly certificateNumber: string | null;
  readonly grade: number;
  /** The source has taken it back on that day. */
  readonly voidedOn?: string;
}

export interface DemoMetric {
  readonly metric: string;
  readonly month: string;
  readonly value: number;
  readonly association: string | null;
  /** The one competency and track that it is reported for; absent for all. */
  readonly competency?: string;
  readonly track?: string;
}

export interface DemoMembership {
  readonly offer: 'silver' | 'gold' | 'action-pack';
  readonly activeFrom: string;
  readonly anniversary: string;
}

export interface DemoAsset {
  readonly asset: string;
  readonly from: string;
  readonly until: string | null;
}
