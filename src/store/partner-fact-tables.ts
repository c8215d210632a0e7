/** The tables of the facts of a company itself as the query builder sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Optional, Recorded } from './schema.ts';

interface MetricValueTable extends Recorded {
  partner_id: string;
  metric_value_id: Generated<string>;
  metric: string;
  month: string;
  value: ColumnType<string, string | number, string | number>;
  association: Optional<string>;
  competency: Optional<string>;
  track: Optional<string>;
  valid_from: Optional<string>;
}

interface AssetTable extends Recorded {
  partner_id: string;
  asset_id: Generated<string>;
  asset: string;
  valid_from: Optional<string>;
  valid_until: Optional<string>;
}

interface ExemptionTable extends Recorded {
  partner_id: string;
  exemption_id: Generated<string>;
  competency: string;
  level: string;
  valid_from: Optional<string>;
  valid_until: Optional<string>;
  reason: Optional<string>;
}

interface EnrolmentTable extends Recorded {
  partner_id: string;
  enrolment_id: Generated<string>;
  programme: string;
  track: Optional<string>;
  valid_from: Optional<string>;
}

interface MembershipTable extends Recorded {
  partner_id: string;
  membership_id: Generated<string>;
  offer: string;
  active_from: string;
  anniversary: Optional<string>;
}

export interface PartnerFactTables {
  metric_value: MetricValueTable;
  asset: AssetTable;
  exemption: ExemptionTable;
  enrolment: EnrolmentTable;
  membership: MembershipTable;
}
