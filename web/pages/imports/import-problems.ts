import type { ImportRun } from '../../../src/contract/imports.ts';
import type { MessageId } from '../../messages/messages.ts';
import type { Translate } from '../../messages/use-text.ts';
import { fieldLabel } from './import-labels.ts';

/** Why a file as a whole cannot be read: what is wrong and what to do. */
const FILE_PROBLEMS: Readonly<Record<string, MessageId>> = {
  'empty-file': 'import.problem.emptyFile',
  'file-too-large': 'import.problem.tooLarge',
  'unpacked-too-large': 'import.problem.tooLarge',
  'wrong-format': 'import.problem.wrongFormat',
  'bad-encoding': 'import.problem.badEncoding',
  'nul-character': 'import.problem.badEncoding',
  'unclosed-quote': 'import.problem.unclosedQuote',
  'text-after-quote': 'import.problem.unclosedQuote',
  'cell-too-long': 'import.problem.cellTooLong',
  'too-many-columns': 'import.problem.tooManyColumns',
  'too-many-rows': 'import.problem.tooManyRows',
  'empty-header': 'import.problem.emptyHeader',
  'duplicate-header': 'import.problem.duplicateHeader',
  'encrypted-xlsx': 'import.problem.encrypted',
  'damaged-xlsx': 'import.problem.damaged',
  'missing-sheet': 'import.problem.damaged',
  'xlsx-out-of-bounds': 'import.problem.tooLarge',
  'bad-json': 'import.problem.badJson',
  'wrong-top-level': 'import.problem.notTranscript',
  'not-a-transcript': 'import.problem.notTranscript',
  'missing-columns': 'import.problem.missingColumns',
  'unknown-mapping-field': 'import.problem.mapping',
  'mapped-header-not-found': 'import.problem.mapping',
};

/** Why a row is refused, or kept without counting. */
const ROW_REASONS: Readonly<Record<string, MessageId>> = {
  'ragged-row': 'import.reason.raggedRow',
  'missing-value': 'import.reason.missingValue',
  'bad-email': 'import.reason.badEmail',
  'bad-date': 'import.reason.badDate',
  'ambiguous-date': 'import.reason.ambiguousDate',
  'expires-before-achieved': 'import.reason.expiresBeforeAchieved',
  'bad-month': 'import.reason.badMonth',
  'bad-number': 'import.reason.badNumber',
  'ambiguous-number': 'import.reason.badNumber',
  'bad-flag': 'import.reason.badFlag',
  'unknown-role': 'import.reason.unknownRole',
  'role-not-allowed': 'import.reason.roleNotAllowed',
  'unknown-locale': 'import.reason.unknownLocale',
  'ambiguous-skill': 'import.reason.ambiguousSkill',
  'unknown-skill': 'import.reason.unknownSkill',
  'not-passed': 'import.reason.notPassed',
  'conflicts-with-earlier-row': 'import.reason.conflicts',
  'repeats-earlier-row': 'import.reason.repeats',
  'unknown-user': 'import.reason.unknownUser',
  'no-account': 'import.reason.noAccount',
  unmatched: 'import.reason.noAccount',
  'not-associated': 'import.reason.notAssociated',
  'source-not-recognised': 'import.reason.sourceNotRecognised',
  'email-taken': 'import.reason.emailTaken',
  'unknown-metric': 'import.reason.unknownMetric',
};

export function fileProblemText(t: Translate, problem: NonNullable<ImportRun['problem']>): string {
  const message = FILE_PROBLEMS[problem.code];
  const field =
    problem.field === null
      ? ''
      : problem.field
          .split(/, | \| /)
          .map((one) => fieldLabel(t, one))
          .join(', ');
  if (message === undefined) return t('import.problem.other', { code: problem.code });
  const text = t(message, { field, detail: problem.detail ?? '' });
  if (problem.line === null) return text;
  const place =
    problem.column === null
      ? t('import.problem.line', { line: problem.line })
      : t('import.problem.lineColumn', { line: problem.line, column: problem.column });
  return `${text} ${place}`;
}

export function rowReasonText(t: Translate, reason: string): string {
  const message = ROW_REASONS[reason];
  return message === undefined ? reason : t(message);
}
