import type { CalendarKind } from '../../../src/contract/calendar.ts';
import type { MessageId } from '../../messages/messages.ts';

/** Of each kind its name, and what it touches: what the company pays for, what it holds, or what its people hold. */
export const KINDS: Readonly<
  Record<CalendarKind, { readonly name: MessageId; readonly touches: 'membership' | 'level' | 'skill' }>
> = {
  anniversary: { name: 'calendarKind.anniversary', touches: 'membership' },
  'window-opens': { name: 'calendarKind.windowOpens', touches: 'membership' },
  'window-closes': { name: 'calendarKind.windowCloses', touches: 'membership' },
  'report-check': { name: 'calendarKind.reportCheck', touches: 'membership' },
  'order-to-pay': { name: 'calendarKind.order', touches: 'membership' },
  'level-lost': { name: 'calendarKind.levelLost', touches: 'level' },
  'exemption-ends': { name: 'calendarKind.exemption', touches: 'level' },
  'certificates-expire': { name: 'calendarKind.certificates', touches: 'skill' },
  'skill-retires': { name: 'calendarKind.skillRetires', touches: 'skill' },
  'retired-skill-ends': { name: 'calendarKind.retiredSkill', touches: 'skill' },
  'pmc-window-ends': { name: 'calendarKind.pmc', touches: 'skill' },
  'training-due': { name: 'calendarKind.training', touches: 'skill' },
};
