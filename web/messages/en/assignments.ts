/** What people are to achieve since a plan was adopted. */
export const assignments = {
  'assignment.person': 'Person',
  'assignment.manager': 'followed by {name}',
  'assignment.due': 'Due',
  'assignment.dueOf': 'Due day of {skill} for {name}',
  'assignment.drop': 'Drop',
  'assignment.dropOf': 'No longer expect {skill} of {name}',
  'assignment.doneLate': 'after the due day',
  'assignment.state.open': 'To do',
  'assignment.state.late': 'Overdue',
  'assignment.state.done': 'Done',
  'assignment.state.dropped': 'Dropped',
  'assignment.told.sent': 'E-mail sent',
  'assignment.told.waiting': 'E-mail waiting',
  'assignment.told.failed': 'E-mail not delivered',
  'assignment.told.noAddress': 'No e-mail address',
  'assignment.change.failed': 'The change was not made ({code}). Nothing has changed; try again.',
} as const;
