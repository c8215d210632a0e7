import { createHash } from 'node:crypto';
import { DATA_SET_COLUMNS } from '../../../contract/data-sets.ts';
import { type Day, formatDay } from '../../../domain/time/day.ts';
import { cellReader } from '../../../files/output-table.ts';
import type { UserPlace } from '../../../store/completion-details-store.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import type { DirectoryEntry } from '../person-refs.ts';
import { type CompletedSkill, completionColumns, NO_DAY } from './completion-columns.ts';
import type { CellReader, ReportCell, ReportTable, SharedColumn } from './report-table.ts';

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
  const place = (at: number) => places.get(people[at]!.userId);
  const skillAt: CellReader<number> = (row) => skillOf[row]!;
  const personAt: CellReader<number> = (row) => personOf[row]!;
  const accountAt: CellReader<number> = (row) => accountOf[row]!;
  // An account may be one of Microsoft Learning for one record and not for another.
  const learningAt: CellReader<number> = (row) => accountOf[row]! * 2 + isLearning[row]!;
  const firstDay = achievedOn.reduce((first, day) => Math.min(first, day), Number.MAX_SAFE_INTEGER);
  const dayAt: CellReader<number> = (row) => achievedOn[row]! - firstDay;
  const firstEnd = expiresOn.reduce(
    (first, day) => (day === NO_DAY ? first : Math.min(first, day)),
    Number.MAX_SAFE_INTEGER,
  );
  const endAt: CellReader<number> = (row) => (expiresOn[row] === NO_DAY ? 0 : expiresOn[row]! - firstEnd + 1);
  const bySkill = (cell: (skill: CompletedSkill) => ReportCell): SharedColumn => ({
    keyOf: skillAt,
    cellOf: (at) => cell(skills[at]!),
  });
  const byPerson = (cell: (person: DirectoryEntry, at: number) => ReportCell): SharedColumn => ({
    keyOf: personAt,
    cellOf: (at) => cell(people[at]!, at),
  });
  const byDay = (cell: (day: string) => ReportCell): SharedColumn => ({
    keyOf: dayAt,
    cellOf: (at) => cell(formatDay((firstDay + at) as Day)),
  });

  function learningAccount(at: number): string | null {
    const account = at % 2 === 1 ? accounts[(at - 1) / 2]! : null;
    return account === null || mayNames ? account : opaqueId(partner.id, account);
  }

  const cells: Readonly<Record<string, CellReader | SharedColumn>> = {
    TrainingActivityId: bySkill(({ activityId }) => activityId),
    TrainingTitle: bySkill(({ title }) => title),
    TrainingType: bySkill(({ type }) => type),
    AADUserId: byPerson(({ userId }) => userId),
    TrainingCompletionDate: byDay((day) => day),
    Month: byDay(monthText),
    IcMCP: { keyOf: learningAt, cellOf: (at) => at % 2 },
    MCPID: { keyOf: learningAt, cellOf: learningAccount },
    MPNId: byPerson(() => partner.mpnId),
    PartnerName: byPerson(() => partner.name),
    PartnerCityLocation: byPerson((_, at) => place(at)?.city ?? null),
    PartnerCountryLocation: byPerson((_, at) => nameOfCountry(place(at)?.country ?? partner.country)),
    IndividualFirstName: byPerson(({ firstName }) => firstName),
    IndividualLastName: byPerson(({ lastName }) => lastName),
    Email: { keyOf: accountAt, cellOf: (at) => emails.get(accounts[at] ?? '') ?? null },
    CorpEmail: byPerson(({ workEmail }) => workEmail),
    ExpirationDate: {
      keyOf: endAt,
      cellOf: (at) => (at === 0 ? null : formatDay((firstEnd + at - 1) as Day)),
    },
    ActivationStatus: (row) => rows.statuses[row]!,
  };
  return {
    columns: DATA_SET_COLUMNS.TrainingCompletions.filter(({ personal }) => !personal || mayNames),
    length: rows.length,
    keyOf: (row) => rows.ids[row]!,
    reader: (column) => cellReader<ReportCell>(cells[column]!),
    source: (column) => cells[column]!,
  };
}
