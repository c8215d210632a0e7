import type { MessageId } from '../../messages/messages.ts';
import type { SetUpField } from './set-up-form.ts';

export interface FieldFrame {
  readonly name: SetUpField;
  readonly label: MessageId;
  readonly hint?: MessageId;
  readonly type?: 'email' | 'password';
  readonly autoComplete?: string;
  readonly optional?: true;
}

export interface PartFrame {
  readonly title: MessageId;
  readonly text: MessageId;
  readonly fields: readonly FieldFrame[];
}

/** The page from top to bottom. */
export const SET_UP_PARTS: readonly PartFrame[] = [
  {
    title: 'setUp.operator',
    text: 'setUp.operator.text',
    fields: [
      { name: 'operator.firstName', label: 'setUp.firstName', autoComplete: 'given-name' },
      { name: 'operator.lastName', label: 'setUp.lastName', autoComplete: 'family-name' },
      { name: 'operator.email', label: 'signIn.email', type: 'email', autoComplete: 'username' },
      {
        name: 'operator.password',
        label: 'signIn.password',
        hint: 'welcome.hint',
        type: 'password',
        autoComplete: 'new-password',
      },
      { name: 'operator.again', label: 'welcome.again', type: 'password', autoComplete: 'new-password' },
    ],
  },
  {
    title: 'setUp.company',
    text: 'setUp.company.text',
    fields: [
      { name: 'company.name', label: 'setUp.company.name', autoComplete: 'organization' },
      { name: 'company.partnerId', label: 'setUp.company.id', hint: 'setUp.company.id.hint' },
      { name: 'company.country', label: 'setUp.company.country' },
      { name: 'company.market', label: 'setUp.company.market', hint: 'setUp.company.market.hint' },
      { name: 'company.mpnId', label: 'setUp.company.mpnId', optional: true },
    ],
  },
  {
    title: 'setUp.admin',
    text: 'setUp.admin.text',
    fields: [
      { name: 'admin.firstName', label: 'setUp.firstName' },
      { name: 'admin.lastName', label: 'setUp.lastName' },
      { name: 'admin.email', label: 'signIn.email', type: 'email' },
    ],
  },
];
