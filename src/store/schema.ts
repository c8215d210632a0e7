import type { ColumnType, Generated } from 'kysely';
import type { AccountMergeTables } from './account-merge-tables.ts';
import type { AnnouncementTables } from './announcement-tables.ts';
import type { AssociationProofTable } from './association-tables.ts';
import type { BusinessProfileTables } from './business-profile-tables.ts';
import type { CaseTables } from './case-tables.ts';
import type { CatalogueTables } from './catalogue-tables.ts';
import type { DiagnosisTables } from './diagnosis-tables.ts';
import type { JoinTables } from './join-tables.ts';
import type { NetworkRiskTables } from './network-risk-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { BillingDocumentTable, MembershipOrderTable, TransferReturnTable } from './order-tables.ts';
import type { PartnerFactTables } from './partner-fact-tables.ts';
import type { PartnerMergeTables } from './partner-merge-tables.ts';
import type { PlanningTables } from './planning-tables.ts';
import type {
  ProvisionedEmailTable,
  ProvisionedGroupTable,
  ProvisionedMemberTable,
  ProvisionedUserTable,
} from './provisioning-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type {
  ApiTokenTable,
  AuthenticatorTable,
  IdentityProviderTable,
  OidcRoundTable,
  PasskeyTable,
  RecoveryCodeTable,
  SessionTable,
  SignInChallengeTable,
  TemporaryPasswordTable,
  UserIdentityTable,
} from './sign-in-tables.ts';
import type { SourceTables } from './source-tables.ts';

/** The tables as the query builder sees them. Days are text, instants are dates, uuids are text. */

/** Written as a date or RFC 3339 text, read as a date. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
export type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Written as JSON text, read as the value. */
export type Json<T> = ColumnType<T, string, string>;

export type UserStatus = 'active' | 'disabled' | 'left' | 'deleted';
export type Via = 'partner-center' | 'pmc';

interface PartnerTable {
  partner_id: string;
  kind: Generated<'company' | 'network'>;
  mpn_id: Optional<string>;
  name: string;
  legal_name: Optional<string>;
  country: Optional<string>;
  market: Optional<'developed' | 'developing'>;
  origin: Generated<'native' | 'pmc' | 'moved'>;
  moved_from_pmc_on: Optional<string>;
  time_zone: Generated<string>;
  locale: Generated<'fr' | 'en'>;
  created_at: Generated<Date>;
  self_service_reset: Generated<boolean>;
  merged_at: Optional<Date>;
  merged_into: Optional<string>;
}

interface PartnerEvidenceTable {
  partner_id: string;
  version: Generated<number>;
  changed_at: Generated<Date>;
  directory_version: Generated<number>;
}

interface EvidenceSegmentTable {
  partner_id: string;
  segment: number;
  people: number;
  content: Buffer;
}

interface DerivedResultTable {
  partner_id: string;
  question: string;
  known_at: string;
  valid_on: string;
  changes_on: string;
  catalogue: string;
  evidence_version: number;
  answer: string;
  made_at: Instant;
}

interface EvidenceMarkTable {
  partner_id: string;
  user_id: string;
  transaction: Generated<string>;
}

interface LocationTable {
  partner_id: string;
  location_id: Generated<string>;
  mpn_id: Optional<string>;
  name: string;
  city: Optional<string>;
  country: Optional<string>;
}

interface AppUserTable {
  partner_id: string;
  user_id: Generated<string>;
  person_id: Generated<string>;
  status: Generated<UserStatus>;
  employed_from: Optional<string>;
  employed_until: Optional<string>;
  technical: Generated<boolean>;
  locale: Optional<'fr' | 'en'>;
  location_id: Optional<string>;
  team: Optional<string>;
  partner_university_since: Optional<string>;
  last_sign_in_at: OptionalInstant;
  created_at: Generated<Date>;
  disabled_on: Optional<string>;
}

interface UserContactTable {
  partner_id: string;
  user_id: string;
  first_name: string;
  last_name: string;
  work_email: string;
  /** In lower case, as addresses are compared. */
  email_key: ColumnType<string, never, never>;
  moved_at: Optional<Date>;
}

interface UserRoleTable {
  partner_id: string;
  user_id: string;
  role: string;
  granted_at: Instant;
  ended_at: OptionalInstant;
  location_id: Optional<string>;
}

interface LearningAccountTable {
  provider: string;
  account_id: string;
  first_seen_at: Generated<Date>;
}

interface LearningAccountContactTable {
  provider: string;
  account_id: string;
  email: string;
  /** In lower case, as addresses are compared. */
  email_key: ColumnType<string, never, never>;
}

/** Every append-only fact says when and by whom it was recorded, and when it was voided. */
export interface Recorded {
  recorded_at: Instant;
  recorded_by: string;
  voided_at: OptionalInstant;
}

interface AccountClaimTable extends Recorded {
  claim_id: Generated<string>;
  association_id: string;
  provider: string;
  account_id: string;
  partner_id: string;
  user_id: string;
  via: Via;
  period: string;
}

interface RecordColumns extends Recorded {
  provider: string;
  skill: string;
  achieved_on: string;
  expires_on: Optional<string>;
  revoked_on: Optional<string>;
  source: string;
  external_id: Optional<string>;
  certificate_number: Optional<string>;
  grade: number;
  title_as_given: Optional<string>;
}

interface SkillRecordTable extends RecordColumns {
  record_id: Generated<string>;
  account_id: string;
  imported_by: Optional<string>;
}

interface UnmatchedSkillRecordTable extends RecordColumns {
  partner_id: string;
  unmatched_id: Generated<string>;
  work_email: string;
}

interface CredentialTable {
  partner_id: string;
  user_id: string;
  password_hash: string;
  changed_at: Instant;
}

export type LinkPurpose = 'setup' | 'first-sign-in' | 'password-reset';

interface OneTimeLinkTable {
  partner_id: string;
  token_hash: Buffer;
  /** `null` for the link that sets up an installation: there is no user yet. */
  user_id: string | null;
  purpose: LinkPurpose;
  created_at: Instant;
  expires_at: Instant;
  used_at: OptionalInstant;
}

interface OutgoingMailTable {
  partner_id: string;
  mail_id: Generated<string>;
  user_id: Optional<string>;
  kind: string;
  recipient: string;
  locale: 'fr' | 'en';
  subject: string;
  sealed_content: ColumnType<Buffer | null, Buffer, Buffer | null>;
  once_key: Optional<string>;
  created_at: Instant;
  attempts: Generated<number>;
  sent_at: OptionalInstant;
  failed_at: OptionalInstant;
  failure: Optional<string>;
}

export type ImportState = 'checking' | 'ready' | 'applying' | 'done' | 'failed';

interface ImportRunTable {
  partner_id: string;
  import_id: Generated<string>;
  kind: string;
  guessed_kind: Optional<string>;
  file_name: string;
  file_size: number;
  state: Generated<ImportState>;
  problem: ColumnType<unknown, string | null | undefined, string | null>;
  mapping: Json<unknown>;
  columns: Json<unknown>;
  effect: Json<unknown>;
  created_by: string;
  created_at: Instant;
  finished_at: OptionalInstant;
  rows_total: Optional<number>;
  rows_done: Generated<number>;
}

interface ImportFileTable {
  partner_id: string;
  import_id: string;
  content: Buffer;
}

export type RowResult = 'created' | 'updated' | 'unchanged' | 'rejected';
export type ImportPhase = 'check' | 'apply';

interface ImportRowTable {
  partner_id: string;
  import_id: string;
  phase: ImportPhase;
  row_number: number;
  line: number;
  result: RowResult;
  reason: Optional<string>;
  field: Optional<string>;
  value: Optional<string>;
  id: Optional<string>;
}

interface ImportSignInTable {
  partner_id: string;
  import_id: string;
  row_number: number;
  sealed_sign_ins: Buffer;
  expires_at: Instant;
}

interface RepeatableRequestTable {
  partner_id: string;
  caller: string;
  request_id: string;
  request_hash: Buffer;
  answer: Json<unknown>;
  created_at: Instant;
}

interface AuditEventTable {
  partner_id: string;
  sequence: number;
  at: Instant;
  actor: string;
  action: string;
  subject: Optional<string>;
  details: Json<unknown>;
  previous_hash: Buffer;
  hash: Buffer;
}

interface AuditHeadTable {
  partner_id: string;
  sequence: number;
  hash: Buffer;
}

export interface Schema
  extends AnnouncementTables,
    BusinessProfileTables,
    DiagnosisTables,
    CatalogueTables,
    JoinTables,
    NetworkRiskTables,
    NoticeTables,
    PartnerFactTables,
    PartnerMergeTables,
    PlanningTables,
    ReportTables,
    SourceTables,
    AccountMergeTables,
    CaseTables {
  partner: PartnerTable;
  partner_evidence: PartnerEvidenceTable;
  evidence_segment: EvidenceSegmentTable;
  evidence_mark: EvidenceMarkTable;
  derived_result: DerivedResultTable;
  location: LocationTable;
  app_user: AppUserTable;
  user_contact: UserContactTable;
  user_role: UserRoleTable;
  learning_account: LearningAccountTable;
  learning_account_contact: LearningAccountContactTable;
  account_claim: AccountClaimTable;
  association_proof: AssociationProofTable;
  skill_record: SkillRecordTable;
  unmatched_skill_record: UnmatchedSkillRecordTable;
  membership_order: MembershipOrderTable;
  transfer_return: TransferReturnTable;
  billing_document: BillingDocumentTable;
  credential: CredentialTable;
  session: SessionTable;
  oidc_round: OidcRoundTable;
  identity_provider: IdentityProviderTable;
  user_identity: UserIdentityTable;
  authenticator: AuthenticatorTable;
  recovery_code: RecoveryCodeTable;
  passkey: PasskeyTable;
  sign_in_challenge: SignInChallengeTable;
  one_time_link: OneTimeLinkTable;
  api_token: ApiTokenTable;
  outgoing_mail: OutgoingMailTable;
  import_run: ImportRunTable;
  import_file: ImportFileTable;
  import_row: ImportRowTable;
  import_sign_in: ImportSignInTable;
  temporary_password: TemporaryPasswordTable;
  repeatable_request: RepeatableRequestTable;
  provisioned_user: ProvisionedUserTable;
  provisioned_email: ProvisionedEmailTable;
  provisioned_group: ProvisionedGroupTable;
  provisioned_member: ProvisionedMemberTable;
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
}
