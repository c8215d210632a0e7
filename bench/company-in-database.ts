/** An embedded database in a folder of its own with one invented company of any size, the same for the same size. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { requirementWalk } from '../src/domain/requirement-kinds/requirement-kinds.ts';
import { addDays, dayOf, formatDay, formatMonth, type Month, monthOf } from '../src/domain/time/day.ts';
import {
  insertPartnerFactsInBulk,
  insertPartnerInBulk,
  insertPeopleInBulk,
} from '../src/store/bulk-load-store.ts';
import { openEmbedded } from '../src/store/embedded/open-embedded.ts';
import type { OpenDatabase } from '../src/store/open-database.ts';
import type { PartnerId } from '../src/store/partner-id.ts';

export const BENCH_ACTOR = { kind: 'system', name: 'bench' } as const;
export const PROVIDER = 'microsoft-learning';
const BATCH = 5_000;
/** The last month of which figures are known. */
const LAST_MONTH = monthOf(dayOf(2026, 10, 1));

export interface BenchDatabase extends OpenDatabase {
  readonly dataFolder: string;
  size(): Promise<{ readonly databaseBytes: number }>;
  remove(): Promise<void>;
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  chmodSync(dataFolder, 0o755);
  const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {} });
  await opened.migrate();
  return {
    ...opened,
    dataFolder,
    size: async () => {
      const asked = opened.jobs.executeSql('select pg_database_size(current_database()) as bytes', []);
      const { rows } = (await asked) as { readonly rows: readonly { readonly bytes: string }[] };
      return { databaseBytes: Number(rows[0]!.bytes) };
    },
    remove: async () => {
      await opened.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function namedSkills(programme: Programme): readonly string[] {
  const sets = programme.competencies.flatMap(({ options }) =>
    options.flatMap(({ levels }) => levels.flatMap((level) => level.sets)),
  );
  return [...new Set(sets.flatMap((set) => requirementWalk.skills(set.requirement)))];
}

/** People numbered `[from, until)`, each with one account, one association and `records` records. */
function peopleRows(
  partner: string,
  from: number,
  until: number,
  records: number,
  skills: readonly string[],
) {
  const numbers = Array.from({ length: until - from }, (_, index) => from + index);
  const users = numbers.map((number) => ({
    number,
    userId: randomUUID(),
    account: accountOf(partner, number),
  }));
  const at = '2019-01-01T08:00:00Z';
  return {
    users: users.map(({ number, userId }) => ({
      user_id: userId,
      person_id: randomUUID(),
      first_name: `First${number}`,
      last_name: `Last${number}`,
      work_email: `p${number}@${partner}.example`,
      status: 'active' as const,
      employed_from: formatDay(addDays(dayOf(2014, 1, 1), number % 900)),
      employed_until: null,
      disabled_on: null,
      technical: number % 3 === 0,
      locale: 'en' as const,
      location_id: null,
      team: null,
      partner_university_since: null,
    })),
    roles: [],
    accounts: users.map(({ account }) => ({
      provider: PROVIDER,
      account_id: account,
      email: `${account}@learning.example`,
      first_seen_at: at,
    })),
    claims: users.map(({ userId, account }) => ({
      claim_id: randomUUID(),
      association_id: randomUUID(),
      provider: PROVIDER,
      account_id: account,
      user_id: userId,
      via: 'partner-center' as const,
      begins_at: '2018-01-01T08:00:00Z',
      ends_at: null,
      recorded_at: at,
      voided_at: null,
    })),
    records: users.flatMap(({ number, account }) =>
      Array.from({ length: records }, (_, index) => ({
        record_id: randomUUID(),
        provider: PROVIDER,
        account_id: account,
        skill: skills[(number * 7 + index * 13) % skills.length]!,
        achieved_on: formatDay(addDays(dayOf(2017, 1, 1), (number * 31 + index * 97) % 700)),
        expires_on: (number + index) % 4 === 0 ? formatDay(addDays(dayOf(2026, 12, 1), number % 600)) : null,
        revoked_on: null,
        source: PROVIDER,
        certificate_number: index === 0 ? `C-${partner}-${number}` : null,
        grade: 2,
        recorded_at: `2019-01-${String(1 + (number % 28)).padStart(2, '0')}T09:00:00Z`,
        voided_at: null,
      })),
    ),
  };
}

export function accountOf(partner: string, number: number): string {
  return `MCID-${partner}-${number}`;
}

export interface Company {
  readonly partner: PartnerId;
  readonly people: number;
  readonly records: number;
}

/** A gold member with figures of two years, so that the history of its levels has months to go through. */
function partnerFacts(programme: Programme) {
  const at = '2026-11-01T08:00:00Z';
  const months = Array.from({ length: 24 }, (_, back) => formatMonth((LAST_MONTH - back) as Month));
  return {
    enrolments: [{ programme: programme.id, track: null, valid_from: '2019-01-01', recorded_at: at }],
    metrics: [...programme.metrics.keys()].flatMap((metric) =>
      months.map((month, index) => ({
        metric,
        month,
        value: 1_000 + ((index * 37) % 100),
        association: null,
        competency: null,
        track: null,
        recorded_at: at,
      })),
    ),
    memberships: [
      { offer: 'gold', active_from: '2025-03-01', anniversary: '2026-03-01', recorded_at: at },
      { offer: 'gold', active_from: '2026-03-01', anniversary: '2027-03-01', recorded_at: at },
    ],
    assets: [],
  };
}

/** Writes the company as the demo is written: in bulk, packed at the end of the transaction. */
export async function loadCompany(
  { database }: OpenDatabase,
  programme: Programme,
  company: Company,
): Promise<void> {
  const { partner, people, records } = company;
  const skills = namedSkills(programme);
  await database.asNetwork({ actor: BENCH_ACTOR }, async (tx) => {
    await insertPartnerInBulk(tx, {
      partner_id: partner,
      mpn_id: partner,
      name: partner,
      legal_name: partner,
      country: 'FR',
      market: 'developed',
      origin: 'native',
      moved_from_pmc_on: null,
      time_zone: 'UTC',
      locale: 'en',
      locations: [],
    });
    await insertPartnerFactsInBulk(tx, partner, partnerFacts(programme));
    for (let from = 0; from < people; from += BATCH) {
      const until = Math.min(from + BATCH, people);
      await insertPeopleInBulk(tx, partner, peopleRows(partner, from, until, records, skills));
    }
  });
}
