import { foldText } from './fold-text.ts';
import type { LenientObject } from './lenient-json.ts';
import { parseDate } from './parse-date.ts';
import { MICROSOFT_LEARNING } from './provider-names.ts';
import {
  candidateKey,
  resolveSkill,
  type SkillClue,
  type SkillFinder,
  type SkillRecordCandidate,
} from './skill-record-candidate.ts';
import { type RowWarning, rejected, type SourceRow } from './source-row.ts';

export interface TranscriptOwner {
  readonly provider: string;
  readonly accountId: string | null;
  readonly contactEmail: string | null;
}

/** One certification, exam or applied skill, brought to one shape. */
interface TranscriptItem {
  readonly object: LenientObject;
  readonly clues: readonly SkillClue[];
  readonly kind: 'exam' | 'cert' | null;
  readonly achieved: SkillClue;
  readonly expires: SkillClue | null;
  readonly revoked: SkillClue | null;
  readonly status: string;
  readonly certificateNumber: string;
  readonly externalId: string;
  readonly passed: boolean;
}

type RecordRow = SourceRow<SkillRecordCandidate>;

export function transcriptItems(
  certificationData: LenientObject | null,
  appliedSkillsData: LenientObject | null,
  owner: TranscriptOwner,
  findSkill: SkillFinder,
): readonly RecordRow[] {
  const items = [
    ...(certificationData?.list('activeCertifications') ?? []).map(certificationItem),
    ...(certificationData?.list('historicalCertifications') ?? []).map(certificationItem),
    ...(certificationData?.list('passedExams') ?? []).map(examItem),
    ...(appliedSkillsData?.list('appliedSkillsCredentials') ?? []).map(appliedSkillItem),
  ];
  const firstLines = new Map<string, number>();
  return items.map((item, index): RecordRow => {
    const row = readItem(item, index + 1, owner, findSkill);
    if (row.kind !== 'candidate') return row;
    const { line, candidate } = row;
    const key = candidateKey(candidate);
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined) return { kind: 'repeated', line, firstLine, candidate };
    firstLines.set(key, line);
    return row;
  });
}

const clue = (object: LenientObject, field: string): SkillClue => ({ field, text: object.text(field) });

function certificationItem(object: LenientObject): TranscriptItem {
  return {
    object,
    clues: [clue(object, 'name')],
    kind: 'cert',
    achieved: clue(object, 'dateEarned'),
    expires: clue(object, 'expiration'),
    revoked: clue(object, 'revokedDate'),
    status: foldText(object.text('status')),
    certificateNumber: object.text('certificationNumber'),
    externalId: '',
    passed: true,
  };
}

function examItem(object: LenientObject): TranscriptItem {
  const number = clue(object, 'examNumber');
  const uid = { field: 'examUid', text: object.text('examUid').replace(/^exam\./i, '') };
  return {
    object,
    clues: [number.text === '' ? uid : number, clue(object, 'examTitle')].filter(({ text }) => text !== ''),
    kind: 'exam',
    achieved: clue(object, 'examDateTaken'),
    expires: null,
    revoked: null,
    status: '',
    certificateNumber: '',
    externalId: '',
    passed: object.flag('examPassed') !== false,
  };
}

/** Applied skills are no exams or certifications of a programme; they are kept for their owner. */
function appliedSkillItem(object: LenientObject): TranscriptItem {
  return {
    object,
    clues: [clue(object, 'title')],
    kind: null,
    achieved: clue(object, 'awardedOn'),
    expires: null,
    revoked: null,
    status: foldText(object.text('status')),
    certificateNumber: '',
    externalId: object.text('credentialId'),
    passed: true,
  };
}

function readItem(
  item: TranscriptItem,
  line: number,
  owner: TranscriptOwner,
  findSkill: SkillFinder,
): RecordRow {
  const at = (field: string) => `${item.object.path}.${field}`;
  if (!item.passed) return rejected(line, 'not-passed', at('examPassed'), 'false');
  const resolved = resolveSkill(findSkill, item.clues, item.kind);
  if (resolved.kind === 'missing') return rejected(line, 'missing-value', item.object.path, '');
  if (resolved.kind === 'ambiguous')
    return rejected(line, 'ambiguous-skill', item.object.path, resolved.text);
  if (item.achieved.text === '') return rejected(line, 'missing-value', at(item.achieved.field), '');
  const days: (string | null)[] = [];
  for (const given of [item.achieved, item.expires, item.revoked]) {
    const parsed = given === null || given.text === '' ? null : parseDate(given.text, 'iso');
    if (parsed?.kind === 'rejected') return rejected(line, parsed.reason, at(given!.field), given!.text);
    days.push(parsed?.day ?? null);
  }
  const achievedOn = days[0]!;
  const expiresOn = days[1] ?? null;
  const revocation = readRevocation(item, achievedOn, days[2] ?? null);
  const undated = item.status === 'expired' && expiresOn === null;
  const expiry: RowWarning[] = undated
    ? [{ code: 'expired-without-date', field: at('status'), value: item.status }]
    : [];
  return {
    kind: 'candidate',
    line,
    candidate: {
      line,
      ...owner,
      workEmail: null,
      skill: resolved.skill,
      titleAsGiven: item.clues.at(-1)!.text,
      achievedOn,
      expiresOn,
      revokedOn: revocation.revokedOn,
      certificateNumber: item.certificateNumber || null,
      source: MICROSOFT_LEARNING,
      grade: 3,
      externalId: item.externalId || null,
      warnings: [...resolved.warnings, ...revocation.warnings, ...expiry],
    },
  };
}

/** A revocation without a date can only mean that the record must not count on any day. */
function readRevocation(
  item: TranscriptItem,
  achievedOn: string,
  revokedOn: string | null,
): { revokedOn: string | null; warnings: readonly RowWarning[] } {
  if (item.status !== 'revoked' || revokedOn !== null) return { revokedOn, warnings: [] };
  const field = `${item.object.path}.status`;
  return {
    revokedOn: achievedOn,
    warnings: [{ code: 'revocation-date-unknown', field, value: item.status }],
  };
}
