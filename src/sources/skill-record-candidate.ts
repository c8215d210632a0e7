import { recordKey } from '../domain/facts/record-key.ts';
import { slugOf } from './fold-text.ts';
import type { RowWarning } from './source-row.ts';

/** A completed skill as a foreign file tells it; whose account it is, and whether it counts, is decided later. */
export interface SkillRecordCandidate {
  readonly line: number;
  /** Provider of the learning account, of which `accountId` is the identity. */
  readonly provider: string;
  readonly accountId: string | null;
  /** Lower case. */
  readonly workEmail: string | null;
  readonly contactEmail: string | null;
  /** A skill id; `external:<slug>` with a warning when the catalogue does not know the skill. */
  readonly skill: string;
  readonly titleAsGiven: string;
  /** `YYYY-MM-DD` */
  readonly achievedOn: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  /** Only that it was revoked is told, and not when: a day that is known already stays. */
  readonly revocationUndated?: true;
  readonly certificateNumber: string | null;
  /** Who vouches for the completion; a programme counts only sources it recognises. */
  readonly source: string;
  readonly grade: EvidenceGrade;
  /** Identity of the record at its source, where the source gives one. */
  readonly externalId: string | null;
  readonly warnings: readonly RowWarning[];
}

/** 1 file by the partner, 2 file by the vendor, 3 shared transcript. */
export type EvidenceGrade = 1 | 2 | 3;

/** Finds a skill of the catalogue by id, code or title. The catalogue gives it; sources know none. */
export type SkillFinder = (text: string) => SkillFinding;

export type SkillFinding =
  | { readonly kind: 'found'; readonly skill: { readonly id: string } }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly { readonly id: string }[] }
  | { readonly kind: 'unknown' };

export type ResolvedSkill =
  | { readonly kind: 'skill'; readonly skill: string; readonly warnings: readonly RowWarning[] }
  | { readonly kind: 'ambiguous'; readonly text: string }
  /** No clue holds a letter or a digit. */
  | { readonly kind: 'missing' };

export interface SkillClue {
  readonly field: string;
  readonly text: string;
}

/**
 * Takes the first clue that names one skill. A title that an exam and a certification share is settled by the
 * kind the source gives (`exam`, `cert`, `assessment`). What nobody knows is kept as an external skill named
 * after the last clue that says anything.
 */
export function resolveSkill(
  findSkill: SkillFinder,
  clues: readonly SkillClue[],
  kind: 'exam' | 'cert' | 'assessment' | null = null,
): ResolvedSkill {
  const given = clues.filter((clue) => slugOf(clue.text) !== '');
  let doubtful: string | null = null;
  for (const { text } of given) {
    const finding = findSkill(text);
    if (finding.kind === 'found') return { kind: 'skill', skill: finding.skill.id, warnings: [] };
    if (finding.kind === 'unknown') continue;
    const ofKind = finding.candidates.filter(({ id }) => kind !== null && id.startsWith(`${kind}:`));
    if (ofKind.length === 1) return { kind: 'skill', skill: ofKind[0]!.id, warnings: [] };
    doubtful ??= text;
  }
  if (doubtful !== null) return { kind: 'ambiguous', text: doubtful };
  const last = given.at(-1);
  if (last === undefined) return { kind: 'missing' };
  const { field, text } = last;
  const skill = `external:${slugOf(text.replace(/^external:/i, ''))}`;
  return { kind: 'skill', skill, warnings: [{ code: 'unknown-skill', field, value: text }] };
}

export function candidateKey(candidate: SkillRecordCandidate): string {
  return recordKey(candidate);
}
