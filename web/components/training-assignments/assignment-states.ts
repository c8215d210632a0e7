import type { AssignmentView } from '../../../src/contract/training-assignments.ts';
import type { MessageId } from '../../messages/messages.ts';

type Color = 'informative' | 'danger' | 'success' | 'subtle';

export const ASSIGNMENT_LABELS: Readonly<
  Record<AssignmentView['state'], { readonly label: MessageId; readonly color: Color }>
> = {
  open: { label: 'assignment.state.open', color: 'informative' },
  late: { label: 'assignment.state.late', color: 'danger' },
  done: { label: 'assignment.state.done', color: 'success' },
  dropped: { label: 'assignment.state.dropped', color: 'subtle' },
};

export const MAIL_LABELS: Readonly<Record<NonNullable<AssignmentView['told']>, MessageId>> = {
  sent: 'assignment.told.sent',
  waiting: 'assignment.told.waiting',
  failed: 'assignment.told.failed',
  'no-address': 'assignment.told.noAddress',
};
