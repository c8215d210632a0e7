/** A skill record as the tables name it, as it is bulk-loaded and as it is read; days and instants are text. */
export interface SkillRecordRow {
  readonly record_id: string;
  readonly provider: string;
  readonly account_id: string;
  readonly skill: string;
  readonly achieved_on: string;
  readonly expires_on: string | null;
  readonly revoked_on: string | null;
  readonly source: string;
  readonly certificate_number: string | null;
  readonly grade: number;
  readonly recorded_at: string;
}
