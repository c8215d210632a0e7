import type { Locale } from '../../../src/contract/common.ts';
import { EMAIL_FORM, PARTNER_ID_FORM, SHORTEST_PASSWORD } from '../../../src/contract/forms.ts';
import type { SetUpRequest } from '../../../src/contract/set-up.ts';
import type { MessageId } from '../../messages/messages.ts';

/** Named as the server names them, so that what it refuses is shown at the field. */
export const SET_UP_FIELDS = [
  'operator.firstName',
  'operator.lastName',
  'operator.email',
  'operator.password',
  'operator.again',
  'company.name',
  'company.partnerId',
  'company.country',
  'company.market',
  'company.mpnId',
  'admin.firstName',
  'admin.lastName',
  'admin.email',
] as const;
export type SetUpField = (typeof SET_UP_FIELDS)[number];

export type SetUpValues = Readonly<Record<SetUpField, string>>;
export type SetUpProblems = Partial<Record<SetUpField, MessageId>>;

export const EMPTY_SET_UP = Object.fromEntries(SET_UP_FIELDS.map((field) => [field, ''])) as SetUpValues;

/** The id that a name suggests: `Contoso Conseil & Fils` → `contoso-conseil-fils`. */
export function partnerIdFrom(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}

function problemOf(field: SetUpField, values: SetUpValues): MessageId | null {
  const value = values[field].trim();
  if (field === 'company.mpnId') return null;
  if (value === '') return 'setUp.check.missing';
  switch (field) {
    case 'operator.password':
      return values[field].length < SHORTEST_PASSWORD ? 'welcome.tooShort' : null;
    case 'operator.again':
      return values[field] !== values['operator.password'] ? 'welcome.different' : null;
    case 'company.partnerId':
      return !PARTNER_ID_FORM.test(value) || value === 'network' ? 'setUp.check.partnerId' : null;
    case 'operator.email':
      return EMAIL_FORM.test(value) ? null : 'setUp.check.email';
    case 'admin.email':
      if (!EMAIL_FORM.test(value)) return 'setUp.check.email';
      return value.toLowerCase() === values['operator.email'].trim().toLowerCase()
        ? 'setUp.check.sameEmail'
        : null;
    default:
      return null;
  }
}

/** What must be corrected before it can be sent, in the order of the page. */
export function checkSetUp(values: SetUpValues): SetUpProblems {
  const problems: SetUpProblems = {};
  for (const field of SET_UP_FIELDS) {
    const problem = problemOf(field, values);
    if (problem !== null) problems[field] = problem;
  }
  return problems;
}

export function setUpRequest(token: string, locale: Locale, values: SetUpValues): SetUpRequest {
  const of = (field: SetUpField) => values[field].trim();
  return {
    token,
    locale,
    operator: {
      email: of('operator.email'),
      firstName: of('operator.firstName'),
      lastName: of('operator.lastName'),
      password: values['operator.password'],
    },
    company: {
      partnerId: of('company.partnerId'),
      name: of('company.name'),
      country: of('company.country'),
      market: of('company.market') === 'developing' ? 'developing' : 'developed',
      mpnId: of('company.mpnId') || null,
    },
    admin: {
      email: of('admin.email'),
      firstName: of('admin.firstName'),
      lastName: of('admin.lastName'),
    },
  };
}

const REFUSALS: Readonly<Record<string, MessageId>> = {
  'email-taken': 'setUp.check.emailTaken',
  'partner-id-taken': 'setUp.check.partnerIdTaken',
};

/** What the server refused, at the fields it names. */
export function refusedFields(
  errors: readonly { readonly code: string; readonly field?: string | undefined }[],
): SetUpProblems {
  const problems: SetUpProblems = {};
  for (const { code, field } of errors) {
    const known = SET_UP_FIELDS.find((each) => each === field);
    if (known !== undefined) problems[known] = REFUSALS[code] ?? 'setUp.check.value';
  }
  return problems;
}
