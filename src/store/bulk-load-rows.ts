/** Rows as the bulk load writes them; names are those of the columns. Days and instants are text. */
import type { UserStatus, Via } from './schema.ts';
import type { SkillRecordRow } from './skill-record-row.ts';

export interface BulkPartner {
  readonly partner_id: string;
  readonly mpn_id: string;
  readonly name: string;
  readonly legal_name: string;
  readonly country: string;
  readonly market: 'developed' | 'developing';
  readonly origin: 'native' | 'pmc' | 'moved';
  readonly moved_from_pmc_on: string | null;
  readonly time_zone: string;
  readonly locale: 'fr' | 'en';
  readonly locations: readonly {
    readonly location_id: string;
    readonly name: string;
    readonly city: string;
    readonly country: string;
  }[];
}

export interface BulkPartnerFacts {
  readonly enrolments: readonly {
    readonly programme: string;
    readonly track: string | null;
    readonly valid_from: string;
    readonly recorded_at: string;
  }[];
  readonly metrics: readonly {
    readonly metric: string;
    readonly month: string;
    readonly value: number;
    readonly association: string | null;
    readonly competency: string | null;
    readonly track: string | null;
    readonly recorded_at: string;
  }[];
  readonly memberships: readonly {
    readonly offer: string;
    readonly active_from: string;
    readonly anniversary: string;
    readonly recorded_at: string;
  }[];
  readonly assets: readonly {
    readonly asset: string;
    readonly valid_from: string;
    readonly valid_until: string | null;
    readonly recorded_at: string;
  }[];
}

export interface BulkPeople {
  readonly users: readonly BulkUser[];
  readonly roles: readonly { readonly user_id: string; readonly role: string; readonly granted_at: string }[];
  readonly accounts: readonly BulkAccount[];
  readonly claims: readonly BulkClaim[];
  readonly records: readonly BulkRecord[];
}

export interface BulkRecord extends SkillRecordRow {
  readonly voided_at: string | null;
}

/** A record that came with an address alone. */
export interface BulkUnmatched extends Omit<SkillRecordRow, 'record_id' | 'account_id'> {
  readonly work_email: string;
}

export interface BulkUser {
  readonly user_id: string;
  readonly person_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly work_email: string;
  readonly status: UserStatus;
  readonly employed_from: string | null;
  readonly employed_until: string | null;
  readonly disabled_on: string | null;
  readonly technical: boolean;
  readonly locale: 'fr' | 'en';
  readonly location_id: string | null;
  readonly team: string | null;
  readonly partner_university_since: string | null;
}

export interface BulkAccount {
  readonly provider: string;
  readonly account_id: string;
  readonly email: string;
  readonly first_seen_at: string;
}

export interface BulkClaim {
  readonly claim_id: string;
  readonly association_id: string;
  readonly provider: string;
  readonly account_id: string;
  readonly user_id: string;
  readonly via: Via;
  readonly begins_at: string;
  readonly ends_at: string | null;
  readonly recorded_at: string;
  readonly voided_at: string | null;
}
