/** Companies whose facts are all known from the start: the clock of the server alone decides what they mean. */
import { hash } from '@node-rs/argon2';
import type { DemoPartner, DemoRecord, DemoUser } from '../../src/features/demo/demo-plan.ts';
import { partnerFactsRows, partnerRows, peopleRows } from '../../src/features/demo/demo-rows.ts';
import {
  insertPartnerFactsInBulk,
  insertPartnerInBulk,
  insertPeopleInBulk,
} from '../../src/store/bulk-load-store.ts';
import { findSignIn, setPasswordHash } from '../../src/store/credentials-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import type { DemoServer } from './demo-server.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;

/** What the SQL Server option of Data Platform asks of a person. */
const SKILLS = ['exam:70-764', 'exam:70-765', 'assessment:TA-DP-FOUNDATIONAL'];

export function record(skill: string, achievedOn: string, expiresOn: string | null = null): DemoRecord {
  return {
    skill,
    achievedOn,
    expiresOn,
    revokedOn: null,
    source: 'microsoft-learning',
    certificateNumber: null,
    grade: 4,
  };
}

export function person(
  company: string,
  name: string,
  more: Partial<DemoUser> = {},
  records: readonly DemoRecord[] = [],
): DemoUser {
  const accounts =
    records.length === 0
      ? []
      : [
          {
            provider: 'microsoft-learning' as const,
            accountId: `${company}-${name}`,
            email: `${name}@mail.example`,
            associations: [{ via: 'partner-center' as const, from: '2017-01-01', until: null }],
            records: [...records],
          },
        ];
  return {
    firstName: name,
    lastName: 'Test',
    workEmail: `${name.toLowerCase()}@${company}.example`,
    locale: 'en',
    roles: [],
    technical: false,
    location: 'here',
    employedFrom: '2017-01-01',
    employedUntil: null,
    partnerUniversitySince: null,
    accounts,
    signIn: false,
    ...more,
  };
}

/** Somebody who holds all of that from a day on, and alone earns Data Platform silver. */
export function specialist(
  company: string,
  name: string,
  from: string,
  more: Partial<DemoUser> = {},
): DemoUser {
  return person(
    company,
    name,
    more,
    SKILLS.map((skill) => record(skill, from)),
  );
}

/** As of today by the clock of the server, which stands on the first day of what is told. */
export async function addCompany(
  { services }: Pick<DemoServer, 'services'>,
  id: string,
  users: readonly DemoUser[],
  more: Partial<DemoPartner> = {},
): Promise<void> {
  const partner: DemoPartner = {
    id,
    mpnId: `mpn-${id}`,
    name: id,
    legalName: `${id} Ltd`,
    country: 'GB',
    market: 'developed',
    origin: 'native',
    movedFromPmcOn: null,
    enrolments: [{ programme: 'microsoft-competencies', since: '2017-01-01', track: null }],
    timeZone: 'Europe/London',
    locale: 'en',
    locations: [{ key: 'here', name: 'Here', city: 'London', country: 'GB' }],
    users,
    metrics: [],
    orders: [],
    memberships: [],
    assets: [],
    ...more,
  };
  const { database, now } = services;
  const today = now().toISOString().slice(0, 10);
  await database.asNetwork({ actor: SYSTEM }, async (tx) => {
    await insertPartnerInBulk(tx, partnerRows(partner));
    await insertPartnerFactsInBulk(tx, id, partnerFactsRows(partner, now()));
    await insertPeopleInBulk(tx, id, peopleRows(id, users, { today, now: now() }));
  });
}

/** Somebody who has chosen a password can sign in. */
export async function choosePassword({ services }: DemoServer, email: string, password: string) {
  const { database } = services;
  const user = (await database.asSignIn((tx) => findSignIn(tx, email)))!;
  const passwordHash = await hash(password);
  await database.asTenant({ partnerId: user.partnerId as PartnerId, actor: SYSTEM }, (tx) =>
    setPasswordHash(tx, user.userId, passwordHash),
  );
}
