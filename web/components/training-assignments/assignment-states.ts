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
  queued: 'assignment.told.queued',
  'no-address': 'assignment.told.noAddress',
  'no-mail-server': 'assignment.told.noServer',
};
