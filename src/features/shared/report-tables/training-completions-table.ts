import { createHash } from 'node:crypto';
import { DATA_SET_COLUMNS } from '../../../contract/data-sets.ts';
import { type Day, formatDay } from '../../../domain/time/day.ts';
import type { UserPlace } from '../../../store/completion-details-store.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import { completionColumns, NO_DAY } from './completion-columns.ts';
import type { CellReader, ReportTable } from './report-table.ts';

/** What the facts do not say of the people, and whether the reader may see who they are. */
export interface CompletionReader {
  readonly mayNames: boolean;
  readonly places: ReadonlyMap<string, UserPlace>;
  /** By account id. */
  readonly emails: ReadonlyMap<string, string>;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** As the vendor wrote it, for example `Nov-24`. */
function monthText(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]}-${day.slice(2, 4)}`;
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function countryName(code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code;
}

/** What many rows share is made once: `make` by the number in `[0, size)` under which it is asked for. */
function madeOnce<T>(size: number, make: (key: number) => T): (key: number) => T {
  const made = new Array<T | undefined>(size);
  return (key) => {
    const found = made[key];
    if (found !== undefined) return found;
    const value = make(key);
    made[key] = value;
    return value;
  };
}

/** Texts of days, made once each; days of rows lie close together. */
function textsOfDays(days: Int32Array, print: (day: Day) => string): (day: number) => string {
  let first = 0;
  let last = -1;
  for (const day of days) {
    if (day === NO_DAY) continue;
    if (last < first || day < first) first = day;
    if (day > last) last = day;
  }
  const text = madeOnce(last - first + 1, (at) => print((first + at) as Day));
  return (day) => text(day - first);
}

/** Names of countries are slow to find, and a company has few of them. */
const countryNames = new Map<string, string>();

function nameOfCountry(code: string | null | undefined): string | null {
  if (!code) return null;
  const name = countryNames.get(code) ?? countryName(code);
  countryNames.set(code, name);
  return name;
}

/** Stands for an account without telling it, and stays the same. */
function opaqueId(partnerId: string, accountId: string): string {
  return createHash('sha256').update(`${partnerId} ${accountId}`).digest('hex').slice(0, 16);
}

/** One row for each completion; without the right to names people and accounts are told by ids that say nothing. */
export function trainingCompletionsTable(answer: PartnerAnswer, reader: CompletionReader): ReportTable {
  const { partner } = answer;
  const { mayNames, places, emails } = reader;
  const rows = completionColumns(answer);
  const { people, personOf, skills, skillOf, achievedOn, expiresOn, accounts, accountOf, isLearning } = rows;
  const achieved = textsOfDays(achievedOn, formatDay);
  const month = textsOfDays(achievedOn, (day) => monthText(formatDay(day)));
  const expires = textsOfDays(expiresOn, formatDay);
  const person = (row: number) => people[personOf[row]!]!;
  const skill = (row: number) => skills[skillOf[row]!]!;
  const cityOf = madeOnce(people.length, (at) => places.get(people[at]!.userId)?.city ?? null);
  const countryOf = madeOnce(people.length, (at) =>
    nameOfCountry(places.get(people[at]!.userId)?.country ?? partner.country),
  );
  const emailOf = madeOnce(accounts.length, (at) => emails.get(accounts[at] ?? '') ?? null);

  function learningAccount(row: number): string | null {
    const account = isLearning[row] === 1 ? accounts[accountOf[row]!]! : null;
    return account === null || mayNames ? account : opaqueId(partner.id, account);
  }

  const cells: Readonly<Record<string, CellReader>> = {
    TrainingActivityId: (row) => skill(row).activityId,
    TrainingTitle: (row) => skill(row).title,
    TrainingType: (row) => skill(row).type,
    AADUserId: (row) => person(row).userId,
    TrainingCompletionDate: (row) => achieved(achievedOn[row]!),
    Month: (row) => month(achievedOn[row]!),
    IcMCP: (row) => isLearning[row]!,
    MCPID: learningAccount,
    MPNId: () => partner.mpnId,
    PartnerName: () => partner.name,
    PartnerCityLocation: (row) => cityOf(personOf[row]!),
    PartnerCountryLocation: (row) => countryOf(personOf[row]!),
    IndividualFirstName: (row) => person(row).firstName,
    IndividualLastName: (row) => person(row).lastName,
    Email: (row) => emailOf(accountOf[row]!),
    CorpEmail: (row) => person(row).workEmail,
    ExpirationDate: (row) => (expiresOn[row] === NO_DAY ? null : expires(expiresOn[row]!)),
    ActivationStatus: (row) => rows.statuses[row]!,
  };
  return {
    columns: DATA_SET_COLUMNS.TrainingCompletions.filter(({ personal }) => !personal || mayNames),
    length: rows.length,
    keyOf: (row) => rows.ids[row]!,
    reader: (column) => cells[column]!,
  };
}
