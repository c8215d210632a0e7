import type { SkillKind } from '../catalogue/catalogue.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';

/** What the training dashboard counts; other completions are told by the data set of all of them. */
export const TRAINING_KINDS = ['certification', 'exam', 'assessment'] as const;
export type TrainingKind = (typeof TRAINING_KINDS)[number];

/** The kind of a completion; an exam that the programme does not know is one all the same. */
function completionKind({ skill, skillId }: Pick<RecordVerdict, 'skill' | 'skillId'>): SkillKind {
  return skill?.kind ?? (skillId.startsWith('exam:') ? 'exam' : 'external');
}

/** `null` of what is neither certification nor exam nor assessment. */
export function trainingKind(verdict: Pick<RecordVerdict, 'skill' | 'skillId'>): TrainingKind | null {
  const kind = completionKind(verdict);
  return TRAINING_KINDS.find((each) => each === kind) ?? null;
}
