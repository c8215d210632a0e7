import type {
  ImportFileProblem,
  ImportRowReason,
  ImportWarning,
} from '../../../src/contract/import-codes.ts';
import type { ImportRun } from '../../../src/contract/imports.ts';
import type { MessageId } from '../../messages/messages.ts';
import type { MessageValues, Translate } from '../../messages/use-text.ts';
import { fieldLabel } from './import-labels.ts';

type Problem = NonNullable<ImportRun['problem']>;
type Params = Problem['params'];

/** Why a file as a whole cannot be read: what is wrong and what to do. */
const FILE_PROBLEMS: Readonly<Record<ImportFileProblem, MessageId>> = {
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
  'xlsx-out-of-bounds': 'import.problem.outOfBounds',
  'bad-json': 'import.problem.badJson',
  'wrong-top-level': 'import.problem.notTranscript',
  'not-a-transcript': 'import.problem.notTranscriptKeys',
  'missing-columns': 'import.problem.missingColumns',
  'unknown-mapping-field': 'import.problem.mappingField',
  'mapped-header-not-found': 'import.problem.mappingHeader',
};

/** Why a row is refused, or kept without counting. */
const ROW_REASONS: Readonly<Record<ImportRowReason, MessageId>> = {
  'ragged-row': 'import.reason.raggedRow',
  'missing-value': 'import.reason.missingValue',
  'bad-email': 'import.reason.badEmail',
  'bad-name': 'import.reason.badName',
  'bad-date': 'import.reason.badDate',
  'ambiguous-date': 'import.reason.ambiguousDate',
  'expires-before-achieved': 'import.reason.expiresBeforeAchieved',
  'bad-month': 'import.reason.badMonth',
  'bad-number': 'import.reason.badNumber',
  'ambiguous-number': 'import.reason.badNumber',
  'bad-flag': 'import.reason.badFlag',
  'unknown-role': 'import.reason.unknownRole',
  'role-not-allowed': 'import.reason.roleNotAllowed',
  'outside-location': 'import.reason.outsideLocation',
  'user-not-active': 'import.reason.userNotActive',
  'unknown-locale': 'import.reason.unknownLocale',
  'ambiguous-skill': 'import.reason.ambiguousSkill',
  'unknown-skill': 'import.reason.unknownSkill',
  'not-passed': 'import.reason.notPassed',
  'conflicts-with-earlier-row': 'import.reason.conflicts',
  'repeats-earlier-row': 'import.reason.repeats',
  unmatched: 'import.reason.noAccount',
  'not-associated': 'import.reason.notAssociated',
  'source-not-recognised': 'import.reason.sourceNotRecognised',
  'email-taken': 'import.reason.emailTaken',
  'unknown-metric': 'import.reason.unknownMetric',
  'unknown-association': 'import.reason.unknownAssociation',
  'unknown-competency': 'import.reason.unknownCompetency',
  'negative-count': 'import.reason.negativeCount',
  'associated-elsewhere': 'import.reason.associatedElsewhere',
  'provider-assumed': 'import.reason.providerAssumed',
  'expired-without-date': 'import.reason.expiredWithoutDate',
  'revocation-date-unknown': 'import.reason.revocationDateUnknown',
  'bad-email-ignored': 'import.reason.badEmailIgnored',
  'formula-kept-as-text': 'import.reason.formulaKept',
};

/** What a file turned out to be, where the code itself is no word that a reader knows. */
const FOUND: Readonly<Record<string, MessageId>> = {
  'old-excel': 'import.found.oldExcel',
  xlsb: 'import.found.xlsb',
  opendocument: 'import.found.openDocument',
  word: 'import.found.word',
  zip: 'import.found.zip',
  gzip: 'import.found.zip',
  html: 'import.found.html',
  png: 'import.found.picture',
  jpeg: 'import.found.picture',
  gif: 'import.found.picture',
  array: 'import.found.list',
  text: 'import.found.text',
  number: 'import.found.number',
  boolean: 'import.found.boolean',
  null: 'import.found.nothing',
};

function foundText(t: Translate, found: Params[string] | undefined): string {
  if (Array.isArray(found)) return found.length === 0 ? '–' : found.join(', ');
  const code = String(found ?? '');
  const message = Object.hasOwn(FOUND, code) ? FOUND[code] : undefined;
  return message === undefined ? code.toUpperCase() : t(message);
}

/** The values that the sentences of all problems may name. */
function valuesOf(t: Translate, { field, params }: Problem): MessageValues {
  // A bar stands between fields of which one is enough.
  const oneOf = (names: string) => names.split(' | ').map((one) => fieldLabel(t, one));
  const fields = field?.split(', ').map((names) => oneOf(names).join(' | ')) ?? [];
  const { accepted, header, limit, size } = params;
  return {
    field: fields.join(', '),
    found: foundText(t, params.found),
    accepted: Array.isArray(accepted) ? accepted.join(' · ') : '',
    header: String(header ?? ''),
    limit: Number(limit ?? 0),
    // Megabytes, because nobody knows the size of a file in bytes.
    size: Math.ceil(Number(size ?? 0) / 1_048_576),
    most: Math.floor(Number(limit ?? 0) / 1_048_576),
  };
}

export function fileProblemText(t: Translate, problem: Problem): string {
  const text = t(FILE_PROBLEMS[problem.code], valuesOf(t, problem));
  if (problem.line === null) return text;
  const place =
    problem.column === null
      ? t('import.problem.line', { line: problem.line })
      : t('import.problem.lineColumn', { line: problem.line, column: problem.column });
  return `${text} ${place}`;
}

/** @param value what the answer to the row shows beside the reason: an earlier line, or cells found and wanted */
export function rowReasonText(t: Translate, reason: ImportRowReason, value: string | null): string {
  const [found = '', wanted = ''] = (value ?? '').split(' / ');
  return t(ROW_REASONS[reason], { value: value ?? '', found, wanted });
}

const WARNINGS: Readonly<Record<ImportWarning, MessageId>> = {
  'no-rows': 'import.warning.noRows',
  'empty-transcript': 'import.warning.emptyTranscript',
};

export function importWarningText(t: Translate, warning: ImportWarning): string {
  return t(WARNINGS[warning]);
}
