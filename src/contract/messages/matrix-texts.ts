/** Words of the skills matrix in both languages, shared by the page and by its files. */
import type { MatrixStanding } from '../skills-matrix.ts';
import type { Labels } from './labels.ts';

export const STANDING_LABELS: Labels<MatrixStanding> = {
  fr: {
    seated: 'Tient une place',
    spare: 'De réserve',
    elsewhere: 'Déjà comptée ailleurs',
    none: 'Conditions non remplies',
  },
  en: {
    seated: 'Holds a seat',
    spare: 'Spare',
    elsewhere: 'Counted elsewhere',
    none: 'Conditions not met',
  },
};
