import type { ReportDelivery, ReportFrequency } from '../../../src/contract/scheduled-reports.ts';
import type { MessageId } from '../../messages/messages.ts';

export const FREQUENCY_NAMES: Readonly<Record<ReportFrequency, MessageId>> = {
  daily: 'scheduled.daily',
  weekly: 'scheduled.weekly',
  monthly: 'scheduled.monthly',
};

export const DELIVERY_NAMES: Readonly<Record<ReportDelivery, MessageId>> = {
  link: 'scheduled.link',
  attachment: 'scheduled.attachment',
  pull: 'scheduled.pull',
};
