/** People of the larger invented companies, made one by one from a seed and a list of teams. */
import type { PartnerRole } from '../../contract/roles.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoAccount, DemoRecord, DemoUser } from './demo-plan.ts';
import { microsoftLearning, partnerUniversity, passed, viaPartnerCenter } from './demo-records.ts';
import { FIRST_NAMES, LAST_NAMES } from './generated-names.ts';
import { type SeededGenerator, seededGenerator } from './seeded-generator.ts';

/** People of one speciality; each holds each of its skills with the given probability. */
export interface DemoTeam {
  readonly name: string;
  readonly headcount: number;
  readonly skills: readonly string[];
  readonly completeness: number;
  /** What they hold was earned within so many months; absent where it may be as old as their employment. */
  readonly withinMonths?: number;
}

export interface GeneratedCompany {
  readonly domain: string;
  /** Distinguishes the company's choices and account numbers from those of the others. */
  readonly seed: number;
  readonly firstAccountNumber: number;
  readonly headcount: number;
  readonly locations: readonly string[];
  readonly teams: readonly DemoTeam[];
  /** Roles of the first people, in order; the first of them can sign in with the address of the role. */
  readonly roles: readonly PartnerRole[];
}

const ROLE_BASED = [
  'cert:azure-administrator-associate',
  'cert:azure-developer-associate',
  'cert:power-bi-data-analyst-associate',
  'cert:azure-solutions-architect-expert',
] as const;

export function* generatedPeople(company: GeneratedCompany, calendar: DemoCalendar): Generator<DemoUser> {
  const mailboxes = new Map<string, number>();
  const teamOf = teamsByPosition(company);
  for (let position = 0; position < company.headcount; position += 1) {
    const choices = seededGenerator(company.seed * 1_000_003 + position);
    yield person(company, position, teamOf[position] ?? null, choices, mailboxes, calendar);
  }
}

/** Role holders come first, then the teams; the people after the last team hold nothing a rule names. */
function teamsByPosition(company: GeneratedCompany): (DemoTeam | null)[] {
  const officeFirst: (DemoTeam | null)[] = company.roles.map(() => null);
  return officeFirst.concat(company.teams.flatMap((team) => Array<DemoTeam>(team.headcount).fill(team)));
}

function person(
  company: GeneratedCompany,
  position: number,
  team: DemoTeam | null,
  choices: SeededGenerator,
  mailboxes: Map<string, number>,
  calendar: DemoCalendar,
): DemoUser {
  const firstName = choices.pick(FIRST_NAMES);
  const lastName = choices.pick(LAST_NAMES);
  const role = company.roles[position];
  const hiredMonthsAgo = 14 + choices.below(110);
  const leaves = role === undefined && choices.chance(0.05);
  return {
    firstName,
    lastName,
    workEmail:
      position === 0 && role !== undefined
        ? `${role}@${company.domain}`
        : mailbox(firstName, lastName, company.domain, mailboxes),
    locale: 'en',
    roles: role === undefined ? [] : [role],
    technical: team !== null,
    location: choices.pick(company.locations),
    team: team?.name ?? (role === undefined ? 'Client services' : 'Management'),
    employedFrom: calendar.monthsAgo(hiredMonthsAgo),
    employedUntil: leaves ? departure(choices, calendar) : null,
    partnerUniversitySince: team === null ? null : calendar.monthsAgo(hiredMonthsAgo - 1),
    accounts:
      team === null ? [] : learningAccounts(company, position, team, choices, hiredMonthsAgo, calendar),
    signIn: position === 0,
  };
}

function mailbox(firstName: string, lastName: string, domain: string, taken: Map<string, number>): string {
  const name = `${firstName}.${lastName}`.toLowerCase();
  const holders = (taken.get(name) ?? 0) + 1;
  taken.set(name, holders);
  return `${name}${holders === 1 ? '' : holders}@${domain}`;
}

/** Two departures in three are past; the others are planned within the year. */
function departure(choices: SeededGenerator, calendar: DemoCalendar): string {
  return choices.chance(0.66)
    ? calendar.daysAgo(10 + choices.below(380))
    : calendar.inDays(15 + choices.below(300));
}

function learningAccounts(
  company: GeneratedCompany,
  position: number,
  team: DemoTeam,
  choices: SeededGenerator,
  hiredMonthsAgo: number,
  calendar: DemoCalendar,
): DemoAccount[] {
  // One member in eight has not associated anything: the chase is part of every large company.
  if (choices.chance(0.12)) return [];
  const records = team.skills
    .filter(() => choices.chance(team.completeness))
    .map((skill) => achieved(skill, choices, team.withinMonths ?? hiredMonthsAgo, calendar));
  if (choices.chance(0.3)) records.push(roleBased(company, position, choices, calendar));
  const since = calendar.monthsAgo(1 + choices.below(Math.min(hiredMonthsAgo, 60)), choices.below(28));
  const number = company.firstAccountNumber + position;
  const assessments = records.filter((record) => record.source === 'partner-university');
  const others = records.filter((record) => record.source !== 'partner-university');
  const email = `learner${number}@mail.example`;
  const associations = [viaPartnerCenter(since)];
  return [
    microsoftLearning(String(number), email, associations, others),
    ...(assessments.length > 0 ? [partnerUniversity(`PU-${number}`, email, associations, assessments)] : []),
  ];
}

function achieved(
  skill: string,
  choices: SeededGenerator,
  withinMonths: number,
  calendar: DemoCalendar,
): DemoRecord {
  const achievedOn = calendar.monthsAgo(choices.below(withinMonths), choices.below(28));
  // Some assessments were given an end by their issuer.
  const ends = skill.startsWith('assessment:') && choices.chance(0.06);
  return passed(skill, achievedOn, { expiresOn: ends ? calendar.inDays(choices.below(700) - 150) : null });
}

function roleBased(
  company: GeneratedCompany,
  position: number,
  choices: SeededGenerator,
  calendar: DemoCalendar,
): DemoRecord {
  return passed(choices.pick(ROLE_BASED), calendar.monthsAgo(choices.below(20), choices.below(28)), {
    certificateNumber: `C${company.seed}-${String(position).padStart(6, '0')}`,
  });
}
