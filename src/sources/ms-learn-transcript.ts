import { type JsonFailure, readJson } from '../files/read-json.ts';
import { isJsonObject, type LenientObject, lenientObject, type NotUnderstood } from './lenient-json.ts';
import { transcriptItems } from './ms-learn-transcript-items.ts';
import { DOCUMENT_KEYS, TRANSCRIPT_MARKS, transcriptKeysOf } from './ms-learn-transcript-keys.ts';
import { MICROSOFT_LEARNING } from './provider-names.ts';
import { isEmail } from './row-reader.ts';
import type { SkillFinder, SkillRecordCandidate } from './skill-record-candidate.ts';
import type { SourceRow } from './source-row.ts';

/** The document behind a Microsoft Learn share link: one person, with what he or she earned. */
export interface MsLearnTranscript {
  readonly provider: string;
  /** The MCID; `null` when the person has none or does not share it. */
  readonly accountId: string | null;
  readonly userName: string | null;
  readonly docsId: string | null;
  readonly displayName: string | null;
  readonly legalName: string | null;
  readonly contactEmail: string | null;
  /** `line` counts the items of the document in their order, from 1. */
  readonly rows: readonly SourceRow<SkillRecordCandidate>[];
  readonly notUnderstood: readonly NotUnderstood[];
}

export type TranscriptFailure =
  | JsonFailure
  | { readonly kind: 'wrong-top-level'; readonly found: 'array' | 'text' | 'number' | 'boolean' | 'null' }
  | { readonly kind: 'not-a-transcript'; readonly foundKeys: readonly string[] };

export type ParsedTranscript =
  | { readonly kind: 'transcript'; readonly transcript: MsLearnTranscript }
  | { readonly kind: 'failed'; readonly failure: TranscriptFailure };

const SHOWN_KEYS = 20;

export function parseMsLearnTranscript(bytes: Uint8Array, findSkill: SkillFinder): ParsedTranscript {
  const read = readJson(bytes);
  if (read.kind === 'unreadable') return { kind: 'failed', failure: read.failure };
  const { value } = read;
  if (!isJsonObject(value))
    return { kind: 'failed', failure: { kind: 'wrong-top-level', found: typeName(value) } };
  if (!looksLikeTranscript(value)) {
    const foundKeys = Object.keys(value).slice(0, SHOWN_KEYS);
    return { kind: 'failed', failure: { kind: 'not-a-transcript', foundKeys } };
  }
  const notUnderstood: NotUnderstood[] = [];
  const note = (entry: NotUnderstood) => notUnderstood.push(entry);
  const document = lenientObject(value, '', DOCUMENT_KEYS, note, transcriptKeysOf);
  return { kind: 'transcript', transcript: { ...readDocument(document, findSkill), notUnderstood } };
}

export function looksLikeTranscript(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).some((key) => TRANSCRIPT_MARKS.has(key.toLowerCase()));
}

function readDocument(
  document: LenientObject,
  findSkill: SkillFinder,
): Omit<MsLearnTranscript, 'notUnderstood'> {
  const certificationData = document.object('certificationData');
  const appliedSkillsData = document.object('appliedSkillsData');
  const email = document.text('contactEmail');
  const owner = {
    provider: MICROSOFT_LEARNING,
    accountId: certificationData?.text('mcid') || null,
    contactEmail: isEmail(email) ? email.toLowerCase() : null,
  };
  return {
    ...owner,
    userName: document.text('userName') || null,
    docsId: document.text('docsId') || null,
    displayName: document.text('userDisplayName') || null,
    legalName: certificationData?.text('legalName') || null,
    rows: transcriptItems(certificationData, appliedSkillsData, owner, findSkill),
  };
}

function typeName(value: unknown): 'array' | 'text' | 'number' | 'boolean' | 'null' {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'null';
}
