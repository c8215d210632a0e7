import type { Table } from '../files/table.ts';
import { foldText } from './fold-text.ts';
import type { INSIGHTS_TRAININGS_HEADERS } from './header-synonyms.ts';
import { INSIGHTS_TRAININGS_COLUMNS } from './import-kinds.ts';
import { type ImportMapping, NO_MAPPING } from './import-mapping.ts';
import { INSIGHTS_ACTIVITY_NAMES } from './insights-activity-names.ts';
import { MICROSOFT_LEARNING, PARTNER_UNIVERSITY } from './provider-names.ts';
import { readSourceTable, type SourceTable } from './read-source-table.ts';
import { isEmail, type RowReader } from './row-reader.ts';
import {
  candidateKey,
  type EvidenceGrade,
  resolveSkill,
  type SkillClue,
  type SkillFinder,
  type SkillRecordCandidate,
} from './skill-record-candidate.ts';
import { formulaWarning, type RowWarning } from './source-row.ts';

type InsightsField = keyof typeof INSIGHTS_TRAININGS_HEADERS;

/** The vendor's own export of trainings: people are known by MCPID, names and work e-mails are often empty. */
export function parseInsightsTrainingsFile(
  table: Table,
  findSkill: SkillFinder,
  mapping: ImportMapping = NO_MAPPING,
): SourceTable<SkillRecordCandidate> {
  return readSourceTable<InsightsField, SkillRecordCandidate>(
    table,
    {
      columns: INSIGHTS_TRAININGS_COLUMNS,
      readRow: (reader) => readTraining(reader, findSkill),
      key: candidateKey,
      sameContent: () => true,
    },
    mapping,
  );
}

function readTraining(reader: RowReader<InsightsField>, findSkill: SkillFinder): SkillRecordCandidate {
  const kind = skillKind(reader.text('trainingType'));
  const resolved = resolveSkill(findSkill, skillClues(reader, kind), kind);
  if (resolved.kind === 'missing') reader.reject('missing-value', 'trainingTitle', '');
  if (resolved.kind === 'ambiguous') reader.reject('ambiguous-skill', 'trainingTitle', resolved.text);
  const skill = resolved.kind === 'skill' ? resolved.skill : '';
  const source =
    kind === 'assessment' || skill.startsWith('assessment:') ? PARTNER_UNIVERSITY : MICROSOFT_LEARNING;
  const holder = readHolder(reader);
  const achievedOn = reader.requiredDate('trainingCompletionDate');
  const expiresOn = reader.date('expirationDate');
  if (expiresOn !== null && expiresOn < achievedOn) {
    reader.reject('expires-before-achieved', 'expirationDate', reader.text('expirationDate'));
  }
  const { revokedOn, grade, warnings } = readStatus(reader, achievedOn, expiresOn);
  const titleAsGiven = reader.text('trainingTitle') || reader.text('trainingActivityId');
  return {
    line: reader.line,
    // An MCPID is an identity at Microsoft Learning, also where it stands beside an assessment.
    provider: holder.accountId === null ? source : MICROSOFT_LEARNING,
    accountId: holder.accountId,
    workEmail: holder.workEmail,
    contactEmail: holder.contactEmail,
    skill,
    titleAsGiven,
    achievedOn,
    expiresOn,
    revokedOn,
    ...(revokedOn === null ? {} : { revocationUndated: true as const }),
    certificateNumber: null,
    source,
    grade,
    externalId: null,
    warnings: [
      ...(resolved.kind === 'skill' ? resolved.warnings : []),
      ...holder.warnings,
      ...warnings,
      ...formulaWarning('trainingTitle', titleAsGiven),
    ],
  };
}

type SkillKindHint = 'exam' | 'cert' | 'assessment' | null;

function skillKind(type: string): SkillKindHint {
  const folded = foldText(type);
  if (folded.includes('assessment')) return 'assessment';
  if (folded.includes('certification')) return 'cert';
  return folded.includes('exam') ? 'exam' : null;
}

function skillClues(reader: RowReader<InsightsField>, kind: SkillKindHint): readonly SkillClue[] {
  const id = reader.text('trainingActivityId');
  const byTitle = { field: 'trainingTitle', text: reader.text('trainingTitle') };
  const names = INSIGHTS_ACTIVITY_NAMES.get(id);
  const byId = (names ?? [id]).map((text) => ({ field: 'trainingActivityId', text }));
  // A bare code means the exam, so beside the word "Certification" the title speaks before it. The title stands
  // last too, because a skill that nobody knows is named after the last clue.
  return kind === 'cert' && names === undefined ? [byTitle, ...byId, byTitle] : [...byId, byTitle];
}

interface Holder {
  readonly accountId: string | null;
  readonly workEmail: string | null;
  readonly contactEmail: string | null;
  readonly warnings: readonly RowWarning[];
}

/** The export writes these where it has no value. */
const NO_VALUE = new Set(['', '0', '-', 'n/a', 'null', 'none', 'unknown']);

function readHolder(reader: RowReader<InsightsField>): Holder {
  const mcpId = reader.text('mcpId');
  const accountId = NO_VALUE.has(mcpId.toLowerCase()) ? null : mcpId;
  const warnings: RowWarning[] = [];
  const email = (field: 'corpEmail' | 'email') => {
    const value = reader.text(field);
    if (NO_VALUE.has(value.toLowerCase())) return null;
    if (isEmail(value)) return value.toLowerCase();
    // The person is known by the account; a masked or broken address is no reason to lose the record.
    if (accountId === null) reader.reject('bad-email', field, value);
    warnings.push({ code: 'bad-email-ignored', field, value });
    return null;
  };
  const workEmail = email('corpEmail');
  const contactEmail = email('email');
  if (accountId === null && workEmail === null && contactEmail === null)
    reader.reject('missing-value', 'mcpId', '');
  return { accountId, workEmail, contactEmail, warnings };
}

/**
 * "Retired" says nothing about the record: the catalogue knows retirements. A revocation without a date can only
 * mean that the record must not count on any day; an expiry without a date is left to the catalogue's rule. What our own
 * data set calls unverified is no more than a file of the company.
 */
function readStatus(
  reader: RowReader<InsightsField>,
  achievedOn: string,
  expiresOn: string | null,
): { revokedOn: string | null; grade: EvidenceGrade; warnings: readonly RowWarning[] } {
  const value = reader.text('activationStatus');
  const status = foldText(value);
  if (status === 'revoked') {
    return {
      revokedOn: achievedOn,
      grade: 2,
      warnings: [{ code: 'revocation-date-unknown', field: 'activationStatus', value }],
    };
  }
  const undated = status === 'expired' && expiresOn === null;
  return {
    revokedOn: null,
    grade: status === 'unverified' ? 1 : 2,
    warnings: undated ? [{ code: 'expired-without-date', field: 'activationStatus', value }] : [],
  };
}
