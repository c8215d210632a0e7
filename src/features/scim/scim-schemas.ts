/**
 * The attributes that are known by name (RFC 7643), for three things: to write their names in one way, to read
 * truth values that come as text, and to describe them at `/Schemas`. Others are kept as they were sent.
 */
export interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'complex' | 'reference' | 'dateTime';
  readonly multiValued?: true;
  readonly required?: true;
  readonly caseExact?: true;
  readonly readOnly?: true;
  readonly unique?: true;
  readonly description: string;
  readonly subAttributes?: readonly Attribute[];
}

export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
/** What Jalon wants to know of a person and no other schema has a place for. */
export const JALON_SCHEMA = 'urn:ietf:params:scim:schemas:extension:jalon:2.0:User';

const text = (name: string, description: string, more: Partial<Attribute> = {}): Attribute => ({
  name,
  type: 'string',
  description,
  ...more,
});
const flag = (name: string, description: string): Attribute => ({ name, type: 'boolean', description });
const complex = (name: string, description: string, subAttributes: readonly Attribute[]): Attribute => ({
  name,
  type: 'complex',
  description,
  subAttributes,
});
const many = (name: string, description: string, subAttributes: readonly Attribute[]): Attribute => ({
  ...complex(name, description, subAttributes),
  multiValued: true,
});

const LABELLED = [
  text('value', 'The value itself'),
  text('display', 'The value for people to read'),
  text('type', 'What it is used for: work, home, other'),
  flag('primary', 'Whether it is the preferred one'),
];

const EXTERNAL_ID = text('externalId', 'The id of the directory', { caseExact: true });

const USER: Schema = {
  id: USER_SCHEMA,
  name: 'User',
  description: 'User Account',
  attributes: [
    text('userName', 'Name that signs the person in: an address becomes the work e-mail', {
      required: true,
      unique: true,
    }),
    EXTERNAL_ID,
    complex('name', 'The parts of the name', [
      text('formatted', 'The whole name'),
      text('familyName', 'Last name'),
      text('givenName', 'First name'),
      text('middleName', 'Middle name'),
      text('honorificPrefix', 'Title before the name'),
      text('honorificSuffix', 'Suffix after the name'),
    ]),
    text('displayName', 'The name as it is shown'),
    text('nickName', 'How the person is called'),
    { name: 'profileUrl', type: 'reference', description: 'A page about the person' },
    text('title', 'Position in the company'),
    text('userType', 'Relation to the company'),
    text('preferredLanguage', 'Language of mails and pages: French or English'),
    text('locale', 'Form of dates and numbers'),
    text('timezone', 'Time zone'),
    flag('active', 'Whether the person may sign in; what an inactive person holds does not count'),
    many('emails', 'E-mail addresses', LABELLED),
    many('phoneNumbers', 'Telephone numbers', LABELLED),
    many('addresses', 'Postal addresses', [
      text('formatted', 'The whole address'),
      text('streetAddress', 'Street and number'),
      text('locality', 'Town'),
      text('region', 'Region'),
      text('postalCode', 'Postal code'),
      text('country', 'Country'),
      text('type', 'What it is used for'),
      flag('primary', 'Whether it is the preferred one'),
    ]),
    many('entitlements', 'Entitlements in the directory; kept, without effect here', LABELLED),
    many('roles', 'Roles in the directory; kept, without effect here', LABELLED),
  ],
};

const ENTERPRISE: Schema = {
  id: ENTERPRISE_SCHEMA,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    text('employeeNumber', 'Number in the company'),
    text('costCenter', 'Cost centre'),
    text('organization', 'Organisation'),
    text('division', 'Division'),
    text('department', 'Department'),
    complex('manager', 'The manager', [
      text('value', 'Id of the manager'),
      { name: '$ref', type: 'reference', description: 'Address of the manager' },
      text('displayName', 'Name of the manager'),
    ]),
  ],
};

const JALON: Schema = {
  id: JALON_SCHEMA,
  name: 'JalonUser',
  description: 'What Jalon knows of a person',
  attributes: [flag('technical', 'Whether the person is a technical user, who should hold skills')],
};

const GROUP: Schema = {
  id: GROUP_SCHEMA,
  name: 'Group',
  description: 'Group',
  attributes: [
    text('displayName', 'Name of the group', { required: true }),
    EXTERNAL_ID,
    many('members', 'Who belongs to it', [
      text('value', 'Id of the member'),
      { name: '$ref', type: 'reference', description: 'Address of the member' },
      text('type', 'User or Group'),
      text('display', 'Name of the member'),
    ]),
  ],
};

export const SCHEMAS: readonly Schema[] = [USER, GROUP, ENTERPRISE, JALON];

export type ResourceType = 'User' | 'Group';

export const CORE: Readonly<Record<ResourceType, Schema>> = { User: USER, Group: GROUP };

/** The known extensions of users, by their names in lower case. */
const EXTENSIONS = new Map([ENTERPRISE, JALON].map((schema) => [schema.id.toLowerCase(), schema]));

export function extensionOf(urn: string): Schema | null {
  return EXTENSIONS.get(urn.toLowerCase()) ?? null;
}

export function attributeNamed(attributes: readonly Attribute[], name: string): Attribute | null {
  const wanted = name.toLowerCase();
  return attributes.find((attribute) => attribute.name.toLowerCase() === wanted) ?? null;
}
