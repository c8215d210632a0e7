import { createHash } from 'node:crypto';

/** A work account, as a company's directory tells of it. */
export interface WorkPerson {
  readonly directoryTenant: string;
  /** The id of the account in its directory. */
  readonly objectId: string;
  readonly accountName: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Shown beside the name. */
  readonly company: string;
}

/** A learning account. */
export interface LearningPerson {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  /** What holds the account, shown beside it. */
  readonly provider: string;
}

export interface LocalPeople {
  readonly work: readonly WorkPerson[];
  readonly learning: readonly LearningPerson[];
}

/** The directory of personal accounts of the provider that is played here. */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** What somebody types on the page in place of choosing a person. */
export interface TypedPerson {
  readonly email: string;
  readonly name: string;
  /** Learning accounts only. */
  readonly accountId: string;
  readonly unverified: boolean;
}

export type Side = 'work' | 'learning';
export type LocalClaims = { readonly sub: string } & Readonly<Record<string, string | boolean>>;

/** The same name gives the same id, so that somebody typed twice is the same person. */
function idOf(...name: string[]): string {
  const hex = createHash('sha256').update(name.join('\n').toLowerCase()).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function workClaims(person: WorkPerson): LocalClaims {
  return {
    sub: person.objectId,
    tid: person.directoryTenant,
    oid: person.objectId,
    preferred_username: person.accountName,
    name: `${person.firstName} ${person.lastName}`.trim(),
    given_name: person.firstName,
    family_name: person.lastName,
  };
}

function learningClaims(person: Omit<LearningPerson, 'provider'>, verified: boolean): LocalClaims {
  const { accountId, email, name } = person;
  return { sub: accountId, email, email_verified: verified, name, preferred_username: email };
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** A typed work account belongs to the directory of its domain; in none it is a personal account. */
function typedWorkPerson(people: LocalPeople, { email, name }: TypedPerson): WorkPerson {
  const known = people.work.find(({ accountName }) => accountName.toLowerCase() === email.toLowerCase());
  if (known !== undefined) return known;
  const colleague = people.work.find(({ accountName }) => domainOf(accountName) === domainOf(email));
  const [firstName = email.split('@')[0]!, ...rest] = name.split(' ').filter((word) => word !== '');
  return {
    directoryTenant: colleague?.directoryTenant ?? PERSONAL_TENANT,
    objectId: idOf('object', email),
    accountName: email,
    firstName,
    lastName: rest.join(' '),
    company: colleague?.company ?? '',
  };
}

/** Whom one issuer knows: the people it was given, and whoever was typed since it started. */
export interface LocalDirectory {
  people(): LocalPeople;
  /** Answers the id of the account, which from now on is what was typed. */
  type(typed: TypedPerson): string;
  claims(id: string): LocalClaims | null;
}

export function localDirectory(side: Side, people: () => LocalPeople): LocalDirectory {
  const typedClaims = new Map<string, LocalClaims>();
  return {
    people,
    type(typed) {
      const { accountId, email, name } = typed;
      const claims =
        side === 'work'
          ? workClaims(typedWorkPerson(people(), typed))
          : learningClaims({ accountId, email, name: name === '' ? email : name }, !typed.unverified);
      typedClaims.set(claims.sub, claims);
      return claims.sub;
    },
    claims(id) {
      const typed = typedClaims.get(id);
      if (typed !== undefined) return typed;
      const { work, learning } = people();
      if (side === 'work') {
        const person = work.find(({ objectId }) => objectId === id);
        return person === undefined ? null : workClaims(person);
      }
      const person = learning.find(({ accountId }) => accountId === id);
      return person === undefined ? null : learningClaims(person, true);
    },
  };
}
