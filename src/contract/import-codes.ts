/** Every code that an import can answer, so that a code without words in both languages does not compile. */

/** Why a file as a whole cannot be read. */
export const IMPORT_FILE_PROBLEMS = [
  'empty-file',
  'file-too-large',
  'unpacked-too-large',
  'wrong-format',
  'bad-encoding',
  'nul-character',
  'unclosed-quote',
  'text-after-quote',
  'cell-too-long',
  'too-many-columns',
  'too-many-rows',
  'empty-header',
  'duplicate-header',
  'encrypted-xlsx',
  'damaged-xlsx',
  'missing-sheet',
  'xlsx-out-of-bounds',
  'bad-json',
  'wrong-top-level',
  'not-a-transcript',
  'missing-columns',
  'unknown-mapping-field',
  'mapped-header-not-found',
] as const;
export type ImportFileProblem = (typeof IMPORT_FILE_PROBLEMS)[number];

/** Why a row is refused, or what somebody should know about a row that was taken. */
export const IMPORT_ROW_REASONS = [
  'ragged-row',
  'missing-value',
  'bad-email',
  'bad-name',
  'bad-date',
  'ambiguous-date',
  'expires-before-achieved',
  'bad-month',
  'bad-number',
  'ambiguous-number',
  'negative-count',
  'bad-flag',
  'unknown-role',
  'role-not-allowed',
  'unknown-locale',
  'ambiguous-skill',
  'not-passed',
  'conflicts-with-earlier-row',
  'repeats-earlier-row',
  'associated-elsewhere',
  'email-taken',
  'outside-location',
  'user-not-active',
  'unknown-metric',
  'unknown-association',
  'unknown-competency',
  'unmatched',
  'not-associated',
  'source-not-recognised',
  'unknown-skill',
  'provider-assumed',
  'expired-without-date',
  'revocation-date-unknown',
  'bad-email-ignored',
  'formula-kept-as-text',
] as const;
export type ImportRowReason = (typeof IMPORT_ROW_REASONS)[number];

/** What somebody should know about a file that was read without trouble. */
export const IMPORT_WARNINGS = ['no-rows', 'empty-transcript'] as const;
export type ImportWarning = (typeof IMPORT_WARNINGS)[number];
