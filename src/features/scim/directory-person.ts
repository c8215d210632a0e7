import { EMAIL_FORM } from '../../contract/forms.ts';
import { fitPersonName } from '../../domain/text/person-name.ts';
import { fitTeamName } from '../../domain/text/team-name.ts';
import { truthOf } from './normalise-resource.ts';
import { elementsOf, held, heldText, isObject, type JsonObject } from './scim-json.ts';
import { requiredText } from './scim-requests.ts';
import { ENTERPRISE_SCHEMA, JALON_SCHEMA } from './scim-schemas.ts';

/** What Jalon takes from what a directory says of a person. */
export interface DirectoryPerson {
  readonly userName: string;
  readonly externalId: string | null;
  /** The user name where it is an address, otherwise the preferred address; `null` where there is none. */
  readonly address: string | null;
  /** Whether the user name itself is the address. */
  readonly signsInByAddress: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: 'fr' | 'en' | null;
  /** `null`: not said. */
  readonly technical: boolean | null;
  /** The department; `null`: not said. */
  readonly team: string | null;
  readonly active: boolean | null;
}

function preferredAddress(resource: JsonObject): string | null {
  const emails = elementsOf(held(resource, 'emails')).filter(isObject);
  const first =
    emails.find((email) => truthOf(held(email, 'primary')) === true) ??
    emails.find((email) => heldText(email, 'type')?.toLowerCase() === 'work') ??
    emails[0];
  return first === undefined ? null : heldText(first, 'value');
}

function namesOf(resource: JsonObject, userName: string): readonly [string, string] {
  const name = held(resource, 'name');
  const parts = isObject(name) ? name : {};
  const readable = (text: string | null) => fitPersonName(text ?? '');
  const [given, family] = [readable(heldText(parts, 'givenName')), readable(heldText(parts, 'familyName'))];
  if (given !== '' || family !== '') return [given, family];
  const whole =
    readable(heldText(resource, 'displayName')) ||
    readable(heldText(parts, 'formatted')) ||
    readable(userName.split('@')[0]!);
  const [first = '', ...rest] = whole.split(' ');
  return [first, rest.join(' ')];
}

function localeOf(resource: JsonObject): 'fr' | 'en' | null {
  const language = heldText(resource, 'preferredLanguage') ?? heldText(resource, 'locale');
  const short = language?.slice(0, 2).toLowerCase();
  return short === 'fr' || short === 'en' ? short : null;
}

/** @throws 400 when there is no user name */
export function directoryPerson(resource: JsonObject): DirectoryPerson {
  const userName = requiredText(resource, 'userName');
  const signsInByAddress = EMAIL_FORM.test(userName);
  const other = preferredAddress(resource);
  const [firstName, lastName] = namesOf(resource, userName);
  const own = held(resource, JALON_SCHEMA);
  const enterprise = held(resource, ENTERPRISE_SCHEMA);
  return {
    userName,
    externalId: heldText(resource, 'externalId'),
    signsInByAddress,
    address: signsInByAddress ? userName : other !== null && EMAIL_FORM.test(other) ? other : null,
    firstName,
    lastName,
    locale: localeOf(resource),
    technical: isObject(own) ? truthOf(held(own, 'technical')) : null,
    team: isObject(enterprise) ? fitTeamName(heldText(enterprise, 'department') ?? '') : null,
    active: truthOf(held(resource, 'active')),
  };
}
