import type { MessageId } from '../messages/messages.ts';

/** The kinds of performance goals; what a score counts by itself has none. */
export const METRIC_KINDS: Readonly<Record<string, MessageId>> = {
  revenue: 'competency.metric.revenue',
  'active-usage': 'competency.metric.active-usage',
  'seats-deployed': 'competency.metric.seats-deployed',
  'new-customers': 'competency.metric.new-customers',
  opportunities: 'competency.metric.opportunities',
};
