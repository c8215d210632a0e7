import type { Table } from '../files/table.ts';
import type { SKILL_RECORDS_HEADERS } from './header-synonyms.ts';
import { SKILL_RECORDS_COLUMNS } from './import-kinds.ts';
import { type ImportMapping, NO_MAPPING } from './import-mapping.ts';
import { MICROSOFT_LEARNING, PARTNER_UNIVERSITY, providerByName } from './provider-names.ts';
import { readSourceTable, type SourceTable } from './read-source-table.ts';
import type { RowReader } from './row-reader.ts';
import {
  candidateKey,
  resolveSkill,
  type SkillFinder,
  type SkillRecordCandidate,
} from './skill-record-candidate.ts';
import { formulaWarning, type RowWarning } from './source-row.ts';

type SkillRecordsField = keyof typeof SKILL_RECORDS_HEADERS;

/** A file a partner made itself: one completed skill per row. */
export function parseSkillRecordsFile(
  table: Table,
  findSkill: SkillFinder,
  mapping: ImportMapping = NO_MAPPING,
): SourceTable<SkillRecordCandidate> {
  return readSourceTable<SkillRecordsField, SkillRecordCandidate>(
    table,
    {
      columns: SKILL_RECORDS_COLUMNS,
      readRow: (reader) => readRecord(reader, findSkill),
      key: candidateKey,
      sameContent: () => true,
    },
    mapping,
  );
}

function readRecord(reader: RowReader<SkillRecordsField>, findSkill: SkillFinder): SkillRecordCandidate {
  const holder = readHolder(reader);
  const titleAsGiven = reader.text('skillTitle') || reader.text('skill');
  const resolved = readSkill(reader, findSkill);
  const { provider, warnings: providerWarnings } = readProvider(reader, resolved.skill);
  const achievedOn = reader.requiredDate('achievedOn');
  const expiresOn = reader.date('expiresOn');
  if (expiresOn !== null && expiresOn < achievedOn) {
    reader.reject('expires-before-achieved', 'expiresOn', reader.text('expiresOn'));
  }
  return {
    line: reader.line,
    provider,
    ...holder,
    contactEmail: null,
    skill: resolved.skill,
    titleAsGiven,
    achievedOn,
    expiresOn,
    revokedOn: reader.date('revokedOn'),
    certificateNumber: reader.text('certificateNumber') || null,
    source: provider,
    grade: 1,
    externalId: null,
    warnings: [...resolved.warnings, ...providerWarnings, ...formulaWarning('skillTitle', titleAsGiven)],
  };
}

function readHolder(reader: RowReader<SkillRecordsField>): {
  accountId: string | null;
  workEmail: string | null;
} {
  const either = reader.text('workEmailOrAccountId');
  const accountId = reader.text('accountId') || (either.includes('@') ? '' : either);
  const workEmail =
    reader.email('workEmail') ?? (either.includes('@') ? reader.email('workEmailOrAccountId') : null);
  if (accountId === '' && workEmail === null) reader.reject('missing-value', 'workEmail', '');
  return { accountId: accountId || null, workEmail };
}

function readSkill(
  reader: RowReader<SkillRecordsField>,
  findSkill: SkillFinder,
): { skill: string; warnings: readonly RowWarning[] } {
  const clues = (['skill', 'skillTitle'] as const).map((field) => ({ field, text: reader.text(field) }));
  const resolved = resolveSkill(findSkill, clues);
  if (resolved.kind === 'skill') return resolved;
  if (resolved.kind === 'ambiguous') reader.reject('ambiguous-skill', 'skill', resolved.text);
  else reader.reject('missing-value', 'skill', '');
  return { skill: '', warnings: [] };
}

/** Without a provider the record is taken as the vendor's own, as in facts documents, and the row says so. */
function readProvider(
  reader: RowReader<SkillRecordsField>,
  skill: string,
): { provider: string; warnings: readonly RowWarning[] } {
  const given = providerByName(reader.text('provider'));
  if (given !== '') return { provider: given, warnings: [] };
  const provider = skill.startsWith('assessment:') ? PARTNER_UNIVERSITY : MICROSOFT_LEARNING;
  return { provider, warnings: [{ code: 'provider-assumed', field: 'provider', value: provider }] };
}
