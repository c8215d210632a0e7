import { createHash } from 'node:crypto';
import { DATA_SET_COLUMNS } from '../../../contract/data-sets.ts';
import { type Completion, completions } from '../../../domain/data-sets/completions.ts';
import type { FactsPerson } from '../../../domain/facts/facts-document.ts';
import { type Day, parseDay, parseDayPrefix } from '../../../domain/time/day.ts';
import { MICROSOFT_LEARNING } from '../../../sources/provider-names.ts';
import type { UserPlace } from '../../../store/completion-details-store.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import type { ReportCell, ReportTable } from './report-table.ts';

/** What the facts do not say of the people, and whether the reader may see who they are. */
export interface CompletionReader {
  readonly mayNames: boolean;
  readonly places: ReadonlyMap<string, UserPlace>;
  /** By account id. */
  readonly emails: ReadonlyMap<string, string>;
}

const TYPES = {
  exam: 'Exam',
  certification: 'Certification',
  assessment: 'Assessment',
  credential: 'Credential',
  external: 'Other',
} as const;

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
function countryNames(): (code: string | null | undefined) => string | null {
  const known = new Map<string, string>();
  return (code) => {
    if (!code) return null;
    const name = known.get(code) ?? countryName(code);
    known.set(code, name);
    return name;
  };
}

/** Of the record's own account: the one into which it was merged is another identity. */
function isLearningAccount(person: FactsPerson, accountId: string, verdict: Completion['verdict']): boolean {
  const known =
    (person.accounts ?? []).find((account) => account.accountId === accountId)?.provider ??
    (person.associations ?? []).find((association) => association.accountId === accountId)?.provider;
  return (known ?? verdict.provider) === MICROSOFT_LEARNING;
}

/** Evidence from a file of the company itself; the vendor has told all that is stronger. */
const WEAKEST_OF_VENDOR = 2;

/**
 * The expiry that the source gave, not one that rules compute: a file that is read again must say what it said before.
 */
function statusOf({ record, verdict }: Completion, day: Day): string {
  if (record.revokedOn != null) return 'Revoked';
  if ((record.grade ?? WEAKEST_OF_VENDOR) < WEAKEST_OF_VENDOR) return 'Unverified';
  const retiredOn = verdict.skill?.retiredOn ?? null;
  if (retiredOn !== null && retiredOn <= day) return 'Retired';
  if (record.expiresOn != null && parseDayPrefix(record.expiresOn)! < day) return 'Expired';
  return 'Active';
}

/** Stands for an account without telling it, and stays the same. */
function opaqueId(partnerId: string, accountId: string): string {
  return createHash('sha256').update(`${partnerId} ${accountId}`).digest('hex').slice(0, 16);
}

const known = new WeakMap<PartnerAnswer, readonly Completion[]>();

function completionsOf(answer: PartnerAnswer): readonly Completion[] {
  const { facts, verdicts, programme, asOf, directory } = answer;
  const found =
    known.get(answer) ??
    completions(facts.people ?? [], verdicts, programme, parseDay(asOf.validAt)!).filter(({ person }) =>
      directory.has(person.id),
    );
  known.set(answer, found);
  return found;
}

/** One row for each completion; without the right to names people and accounts are told by ids that say nothing. */
export function trainingCompletionsTable(answer: PartnerAnswer, reader: CompletionReader): ReportTable {
  const { partner, directory, asOf } = answer;
  const rows = completionsOf(answer);
  const day = parseDay(asOf.validAt)!;
  const nameOfCountry = countryNames();

  function learningAccount({ person, record, verdict }: Completion): string | null {
    const accountId = record.accountId ?? null;
    return accountId !== null && isLearningAccount(person, accountId, verdict) ? accountId : null;
  }

  function activityId({ verdict: { skill, skillId } }: Completion): string {
    return skill?.kind === 'exam' ? skill.code : skillId;
  }

  function shownAccount(completion: Completion): string | null {
    const accountId = learningAccount(completion);
    return accountId === null || reader.mayNames ? accountId : opaqueId(partner.id, accountId);
  }

  const cells: Readonly<Record<string, (completion: Completion) => ReportCell>> = {
    TrainingActivityId: activityId,
    TrainingTitle: ({ verdict: { skill, skillId } }) =>
      skill?.title ?? skillId.slice(skillId.indexOf(':') + 1),
    TrainingType: ({ verdict: { skill, skillId } }) =>
      TYPES[skill?.kind ?? (skillId.startsWith('exam:') ? 'exam' : 'external')],
    AADUserId: ({ person }) => person.id,
    TrainingCompletionDate: ({ record }) => record.achievedOn.slice(0, 10),
    Month: ({ record }) => monthText(record.achievedOn),
    IcMCP: (completion) => (learningAccount(completion) === null ? 0 : 1),
    MCPID: shownAccount,
    MPNId: () => partner.mpnId,
    PartnerName: () => partner.name,
    PartnerCityLocation: ({ person }) => reader.places.get(person.id)?.city ?? null,
    PartnerCountryLocation: ({ person }) =>
      nameOfCountry(reader.places.get(person.id)?.country ?? partner.country),
    IndividualFirstName: ({ person }) => directory.get(person.id)!.firstName,
    IndividualLastName: ({ person }) => directory.get(person.id)!.lastName,
    Email: ({ record }) => reader.emails.get(record.accountId ?? '') ?? null,
    CorpEmail: ({ person }) => directory.get(person.id)!.workEmail,
    ExpirationDate: ({ record }) => record.expiresOn?.slice(0, 10) ?? null,
    ActivationStatus: (completion) => statusOf(completion, day),
  };
  return {
    columns: DATA_SET_COLUMNS.TrainingCompletions.filter(({ personal }) => !personal || reader.mayNames),
    length: rows.length,
    keyOf: (row) => rows[row]!.record.id,
    reader: (column) => {
      const cell = cells[column]!;
      return (row) => cell(rows[row]!);
    },
  };
}
