import type { PLAN_FILE_FORMATS } from '../../../src/contract/plans.ts';
import type { MessageId } from '../../messages/messages.ts';

export type PlanFormat = (typeof PLAN_FILE_FORMATS)[number];

export const PLAN_FORMATS: Readonly<Record<PlanFormat, MessageId>> = {
  xlsx: 'download.xlsx',
  csv: 'download.csv',
  tsv: 'download.tsv',
  pdf: 'plans.file.pdf',
};
