/** Words of the training dashboard in both languages, shared by the page and by its files. */
import type { TrainingKind } from '../../domain/training/training-kinds.ts';
import type { Labels } from './labels.ts';

export const TRAINING_KIND_LABELS: Labels<TrainingKind> = {
  fr: { certification: 'Certifications', exam: 'Examens', assessment: 'Évaluations' },
  en: { certification: 'Certifications', exam: 'Exams', assessment: 'Assessments' },
};
