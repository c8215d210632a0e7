import { EMAIL_FORM, PERSON_NAME_FORM } from '../../../src/contract/forms.ts';
import type { PartnerRole } from '../../../src/contract/roles.ts';
import type { User } from '../../../src/contract/users.ts';
import type { MessageId } from '../../messages/messages.ts';

/** A person as the form holds one; empty texts are not given. */
export interface PersonDraft {
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
  readonly locale: 'fr' | 'en';
  readonly technical: boolean;
  readonly locationId: string;
  readonly team: string;
  readonly employedFrom: string;
  /** Location by role; empty for the whole company. */
  readonly roles: Readonly<Partial<Record<PartnerRole, string>>>;
}

export function emptyDraft(locale: 'fr' | 'en', today: string): PersonDraft {
  return {
    firstName: '',
    lastName: '',
    workEmail: '',
    locale,
    technical: false,
    locationId: '',
    team: '',
    employedFrom: today,
    roles: {},
  };
}

export function draftOf(user: User): PersonDraft {
  const scopes = new Map(user.roleLocations.map(({ role, locationId }) => [role, locationId]));
  return {
    firstName: user.firstName,
    lastName: user.lastName,
    workEmail: user.workEmail,
    locale: user.locale,
    technical: user.technical,
    locationId: user.locationId ?? '',
    team: user.team ?? '',
    employedFrom: user.employedFrom ?? '',
    roles: Object.fromEntries(user.roles.map((role) => [role, scopes.get(role) ?? ''])),
  };
}

export type DraftField = 'firstName' | 'lastName' | 'workEmail';
export type DraftProblems = Readonly<Partial<Record<DraftField, MessageId>>>;

export function draftProblems({ firstName, lastName, workEmail }: PersonDraft): DraftProblems {
  return {
    ...(PERSON_NAME_FORM.test(firstName.trim()) ? {} : { firstName: 'people.missing' as const }),
    ...(PERSON_NAME_FORM.test(lastName.trim()) ? {} : { lastName: 'people.missing' as const }),
    ...(EMAIL_FORM.test(workEmail.trim()) ? {} : { workEmail: 'people.badEmail' as const }),
  };
}

function assignments(roles: PersonDraft['roles']) {
  return Object.entries(roles).map(([role, locationId]) => ({
    role,
    locationId: locationId === '' ? null : locationId,
  }));
}

/** What is sent to add the person. */
export function newPersonOf(draft: PersonDraft) {
  const { employedFrom, locationId, team, roles, ...rest } = draft;
  return {
    ...rest,
    roles: assignments(roles),
    locationId: locationId === '' ? null : locationId,
    team: team.trim() === '' ? null : team.trim(),
    ...(employedFrom === '' ? {} : { employedFrom }),
  };
}

/** What is sent to change the person: only what differs. */
export function changesBetween(before: PersonDraft, after: PersonDraft): Record<string, unknown> {
  const sent = (draft: PersonDraft): Record<string, unknown> => ({
    ...newPersonOf(draft),
    employedFrom: draft.employedFrom === '' ? null : draft.employedFrom,
  });
  const known = sent(before);
  return Object.fromEntries(
    Object.entries(sent(after)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name]),
    ),
  );
}
