/** The accounts of the demo's people at the identity provider that the demo brings along. */
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { demoId } from './demo-id.ts';
import type { DemoAccount, DemoNetwork } from './demo-plan.ts';

export interface DemoWorkAccount {
  readonly directoryTenant: string;
  readonly objectId: string;
  readonly accountName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly partnerId: string;
}

export interface DemoLearningAccount {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly provider: string;
}

const PROVIDER_NAMES = {
  'microsoft-learning': 'Microsoft Learning',
  'partner-university': 'Partner University',
} as const;

export function demoDirectoryTenant(partnerId: string): string {
  return demoId('directory', partnerId);
}

interface Named {
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
}

function workAccount(partnerId: string, company: string, person: Named): DemoWorkAccount {
  return {
    directoryTenant: demoDirectoryTenant(partnerId),
    objectId: demoId('work-account', person.workEmail),
    accountName: person.workEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    company,
    partnerId,
  };
}

/** Everybody can associate something: who holds no account of exams in the plan has one that nobody has seen yet. */
function freshAccount(person: Named): Pick<DemoAccount, 'provider' | 'accountId' | 'email'> {
  const digits = Number.parseInt(demoId('mcid', person.workEmail).slice(0, 8), 16) % 100_000;
  return {
    provider: 'microsoft-learning',
    accountId: `98${String(digits).padStart(5, '0')}`,
    email: person.workEmail.replace(/@.*/, '@mail.example'),
  };
}

export interface DemoDirectory {
  readonly work: readonly DemoWorkAccount[];
  readonly learning: readonly DemoLearningAccount[];
}

/** The people who can sign in to the demo, with their work accounts and their learning accounts. */
export function demoDirectory(network: DemoNetwork): DemoDirectory {
  const people = network.partners.flatMap((partner) =>
    [...partner.users].filter(({ signIn }) => signIn).map((person) => ({ partner, person })),
  );
  const staff = network.staff.map((person) => workAccount(NETWORK_PARTNER, 'Jalon', person));
  return {
    work: [...people.map(({ partner, person }) => workAccount(partner.id, partner.name, person)), ...staff],
    learning: people.flatMap(({ person }) => {
      const exams = person.accounts.some(({ provider }) => provider === 'microsoft-learning');
      const accounts = exams ? person.accounts : [...person.accounts, freshAccount(person)];
      return accounts.map(({ provider, accountId, email }) => ({
        accountId,
        email,
        name: `${person.firstName} ${person.lastName}`,
        provider: PROVIDER_NAMES[provider],
      }));
    }),
  };
}
