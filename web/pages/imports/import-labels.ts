import type { ImportKind, ImportRow, ImportRun } from '../../../src/contract/imports.ts';
import type { Ability } from '../../../src/contract/roles.ts';
import type { MessageId } from '../../messages/messages.ts';

export const KIND_LABELS: Readonly<Record<ImportKind, MessageId>> = {
  users: 'import.kind.users',
  'skill-records': 'import.kind.skillRecords',
  'insights-trainings': 'import.kind.insights',
  'ms-learn-transcript': 'import.kind.transcript',
  metrics: 'import.kind.metrics',
};

export const KIND_ABILITIES: Readonly<Record<ImportKind, Ability>> = {
  users: 'import-users',
  'skill-records': 'import-skills',
  'insights-trainings': 'import-skills',
  'ms-learn-transcript': 'import-skills',
  metrics: 'import-metrics',
};

export const IMPORT_ABILITIES: readonly Ability[] = ['import-users', 'import-skills', 'import-metrics'];

export const STATE_LABELS: Readonly<Record<ImportRun['state'], MessageId>> = {
  checking: 'import.state.checking',
  ready: 'import.state.ready',
  applying: 'import.state.applying',
  done: 'import.state.done',
  failed: 'import.state.failed',
};

export const RESULT_LABELS: Readonly<Record<ImportRow['result'], MessageId>> = {
  created: 'import.result.created',
  updated: 'import.result.updated',
  unchanged: 'import.result.unchanged',
  rejected: 'import.result.rejected',
};

/** Fields of the kinds; those of the Insights export are its own column names and need no other label. */
const FIELD_LABELS: Readonly<Record<string, MessageId>> = {
  firstName: 'users.column.firstName',
  lastName: 'users.column.lastName',
  workEmail: 'users.column.workEmail',
  roles: 'users.column.roles',
  technical: 'users.column.technical',
  team: 'people.field.team',
  locale: 'profile.language',
  accountId: 'import.field.accountId',
  workEmailOrAccountId: 'import.field.workEmailOrAccountId',
  provider: 'report.column.provider',
  skill: 'import.field.skill',
  skillTitle: 'report.column.skillTitle',
  achievedOn: 'report.column.achievedOn',
  expiresOn: 'report.column.expiresOn',
  revokedOn: 'import.field.revokedOn',
  certificateNumber: 'import.field.certificateNumber',
  metric: 'import.field.metric',
  month: 'import.field.month',
  value: 'import.field.value',
  association: 'import.field.association',
  competency: 'report.filter.competency',
  track: 'import.field.track',
};

export const DATE_FIELDS: readonly string[] = [
  'achievedOn',
  'expiresOn',
  'revokedOn',
  'trainingCompletionDate',
  'expirationDate',
];

/** Column names as the Insights export publishes them, where they are not the field with a capital. */
const INSIGHTS_NAMES: Readonly<Record<string, string>> = { icMcp: 'IcMCP', mcpId: 'MCPID', mpnId: 'MPNId' };

export function fieldLabel(t: (id: MessageId) => string, field: string): string {
  const message = FIELD_LABELS[field];
  if (message !== undefined) return t(message);
  // A place inside a JSON file stands as it is written there.
  if (field.includes('.')) return field;
  return INSIGHTS_NAMES[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
}
