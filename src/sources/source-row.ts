/** What every reader of a foreign file gives: one answer per row, in order, and never a write. */
export type SourceRow<Candidate> =
  | { readonly kind: 'candidate'; readonly line: number; readonly candidate: Candidate }
  /** Says again what an earlier row of the file said; to be answered "unchanged". */
  | {
      readonly kind: 'repeated';
      readonly line: number;
      readonly firstLine: number;
      readonly candidate: Candidate;
    }
  | { readonly kind: 'rejected'; readonly line: number; readonly rejection: Rejection };

export interface Rejection {
  readonly line: number;
  readonly reason: RejectionReason;
  /** Field of the import kind (`workEmail`, `achievedOn`…), not the header of the file. */
  readonly field: string | null;
  /** The cell as it stands in the file, shortened when it is very long. */
  readonly value: string;
}

export type RejectionReason =
  | 'ragged-row'
  | 'missing-value'
  | 'bad-email'
  /** A name that cannot be read, breaks the line or turns text around. */
  | 'bad-name'
  | 'bad-date'
  | 'ambiguous-date'
  | 'expires-before-achieved'
  | 'bad-month'
  | 'bad-number'
  | 'ambiguous-number'
  | 'bad-flag'
  | 'unknown-role'
  | 'role-not-allowed'
  | 'unknown-locale'
  | 'ambiguous-skill'
  | 'not-passed'
  /** The same person, record or metric as an earlier row (its line is in `value`), with another content. */
  | 'conflicts-with-earlier-row';

/** The row is taken, and somebody should know this about it. */
export interface RowWarning {
  readonly code: WarningCode;
  readonly field: string;
  readonly value: string;
}

export type WarningCode =
  | 'unknown-skill'
  | 'provider-assumed'
  | 'expired-without-date'
  | 'revocation-date-unknown'
  | 'bad-email-ignored'
  | 'formula-kept-as-text';

const SHOWN_LENGTH = 200;

export function rejected(
  line: number,
  reason: RejectionReason,
  field: string | null,
  value: string,
): Extract<SourceRow<never>, { kind: 'rejected' }> {
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return { kind: 'rejected', line, rejection: { line, reason, field, value: shown } };
}

/** Spreadsheets would take such a text for a formula; it is kept, and written so that none does. */
export function formulaWarning(field: string, value: string): readonly RowWarning[] {
  return /^[=+\-@\t\r]/.test(value) ? [{ code: 'formula-kept-as-text', field, value }] : [];
}
