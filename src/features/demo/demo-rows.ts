/** The planned network as rows of the database. Ids come from names, instants from the planned days. */
import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import type {
  BulkClaim,
  BulkPartner,
  BulkPartnerFacts,
  BulkPeople,
  BulkRecord,
  BulkUnmatched,
  BulkUser,
} from '../../store/bulk-load-rows.ts';
import { demoId } from './demo-id.ts';
import type { DemoAccount, DemoNetworkUser, DemoPartner, DemoRecord, DemoUser } from './demo-plan.ts';

export function userIdOf(partnerId: string, workEmail: string): string {
  return demoId('user', partnerId, workEmail);
}

export function partnerRows(partner: DemoPartner): BulkPartner {
  return {
    partner_id: partner.id,
    mpn_id: partner.mpnId,
    name: partner.name,
    legal_name: partner.legalName,
    country: partner.country,
    market: partner.market,
    origin: partner.origin,
    moved_from_pmc_on: partner.movedFromPmcOn,
    time_zone: partner.timeZone,
    locale: partner.locale,
    locations: partner.locations.map(({ key, name, city, country }) => ({
      location_id: demoId('location', partner.id, key),
      name,
      city,
      country,
    })),
  };
}

export function partnerFactsRows(partner: DemoPartner, now: Date): BulkPartnerFacts {
  const known = (day: string) => knownBy(day, now);
  return {
    enrolments: partner.enrolments.map(({ programme, since, track }) => ({
      programme,
      track,
      valid_from: since,
      recorded_at: known(since),
    })),
    // A month's figure is known in the first days of the next one.
    metrics: partner.metrics.map((metric) => ({
      ...metric,
      competency: metric.competency ?? null,
      track: metric.track ?? null,
      recorded_at: known(earlyNextMonth(metric.month)),
    })),
    memberships: partner.memberships.map(({ offer, activeFrom, anniversary }) => ({
      offer,
      active_from: activeFrom,
      anniversary,
      recorded_at: known(activeFrom),
    })),
    assets: partner.assets.map(({ asset, from, until }) => ({
      asset,
      valid_from: from,
      valid_until: until,
      recorded_at: known(from),
    })),
  };
}

export function peopleRows(
  partnerId: string,
  users: readonly DemoUser[],
  { today, now }: { readonly today: string; readonly now: Date },
): BulkPeople {
  const accounts = users.flatMap((user) =>
    user.accounts.map((account) => ({ account, userId: userIdOf(partnerId, user.workEmail) })),
  );
  return {
    users: users.map((user) => ({
      user_id: userIdOf(partnerId, user.workEmail),
      person_id: demoId('person', user.workEmail),
      first_name: user.firstName,
      last_name: user.lastName,
      work_email: user.workEmail,
      status: statusOf(user, today),
      employed_from: user.employedFrom,
      employed_until: user.employedUntil,
      disabled_on: user.disabledOn ?? null,
      technical: user.technical,
      locale: user.locale,
      location_id: demoId('location', partnerId, user.location),
      team: user.team ?? null,
      partner_university_since: user.partnerUniversitySince,
    })),
    roles: users.flatMap((user) =>
      user.roles.map((role) => ({
        user_id: userIdOf(partnerId, user.workEmail),
        role,
        granted_at: startOf(user.employedFrom),
      })),
    ),
    accounts: accounts.map(({ account }) => ({
      provider: account.provider,
      account_id: account.accountId,
      email: account.email,
      first_seen_at: startOf(account.associations.map((association) => association.from).sort()[0] ?? today),
    })),
    claims: accounts.flatMap(({ account, userId }) => claimRows(account, userId)),
    records: accounts.flatMap(({ account }) => recordRows(account, now)),
  };
}

export function staffRows(partnerId: string, staff: readonly DemoNetworkUser[], now: Date): BulkPeople {
  return {
    users: staff.map((user) => ({
      user_id: userIdOf(partnerId, user.workEmail),
      person_id: demoId('person', user.workEmail),
      first_name: user.firstName,
      last_name: user.lastName,
      work_email: user.workEmail,
      status: 'active',
      employed_from: null,
      employed_until: null,
      disabled_on: null,
      technical: false,
      locale: user.locale,
      location_id: null,
      team: null,
      partner_university_since: null,
    })),
    roles: staff.map((user) => ({
      user_id: userIdOf(partnerId, user.workEmail),
      role: user.role,
      granted_at: now.toISOString(),
    })),
    accounts: [],
    claims: [],
    records: [],
  };
}

/** An association that ended was first known as open: that fact is voided when the closed one is recorded. */
function claimRows(account: DemoAccount, userId: string): BulkClaim[] {
  return account.associations.flatMap(({ via, from, until }) => {
    const associationId = demoId('association', account.provider, account.accountId, via, from);
    const open: BulkClaim = {
      claim_id: associationId,
      association_id: associationId,
      provider: account.provider,
      account_id: account.accountId,
      user_id: userId,
      via,
      begins_at: startOf(from),
      ends_at: null,
      recorded_at: startOf(from),
      voided_at: until === null ? null : startOf(until),
    };
    if (until === null) return [open];
    const closed: BulkClaim = {
      ...open,
      claim_id: demoId('association-end', associationId),
      ends_at: startOf(until),
      recorded_at: startOf(until),
      voided_at: null,
    };
    return [open, closed];
  });
}

function recordRows(account: DemoAccount, now: Date): BulkRecord[] {
  return account.records.map((record) => ({
    ...recordRow(record, now),
    record_id: demoId('record', account.provider, account.accountId, record.skill, record.achievedOn),
    provider: account.provider,
    account_id: account.accountId,
    voided_at: record.voidedOn === undefined ? null : startOf(record.voidedOn),
  }));
}

function recordRow(record: DemoRecord, now: Date) {
  return {
    skill: record.skill,
    achieved_on: record.achievedOn,
    expires_on: record.expiresOn,
    revoked_on: record.revokedOn,
    source: record.source,
    certificate_number: record.certificateNumber,
    grade: record.grade,
    recorded_at: knownBy(record.achievedOn, now),
  };
}

/** Of a company: what came with an address and found no account. */
export function unmatchedRows({ unmatched = [] }: DemoPartner, now: Date): BulkUnmatched[] {
  return unmatched.map((record) => ({
    ...recordRow(record, now),
    provider: record.provider,
    work_email: record.workEmail,
  }));
}

function statusOf({ employedUntil, disabledOn }: DemoUser, today: string): BulkUser['status'] {
  if (employedUntil !== null && employedUntil <= today) return 'left';
  return disabledOn === undefined ? 'active' : 'disabled';
}

/** What happened on a day is known the next morning, and never later than now. */
function knownBy(day: string, now: Date): string {
  const nextMorning = `${formatDay(addDays(parseDay(day)!, 1))}T05:30:00.000Z`;
  return nextMorning < now.toISOString() ? nextMorning : now.toISOString();
}

function startOf(day: string): string {
  return `${day}T00:00:00Z`;
}

function earlyNextMonth(month: string): string {
  return formatDay(addDays(parseDay(`${month}-28`)!, 4));
}
