import { type Completion, completions } from '../../../domain/data-sets/completions.ts';
import type { FactsPerson } from '../../../domain/facts/facts-document.ts';
import { type Day, parseDay, parseDayPrefix } from '../../../domain/time/day.ts';
import { MICROSOFT_LEARNING } from '../../../sources/provider-names.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import type { DirectoryEntry } from '../person-refs.ts';

/** What rows about one skill share. */
export interface CompletedSkill {
  readonly activityId: string;
  readonly title: string;
  readonly type: string;
}

/** The day of a completion that does not expire. */
export const NO_DAY = -1;

/**
 * The completions of an answer as columns, the oldest first. A file goes through hundreds of thousands of rows: what it
 * prints lies side by side here, where facts, verdicts and names are strewn over memory.
 */
export interface CompletionColumns {
  readonly length: number;
  /** Of the records. */
  readonly ids: readonly string[];
  readonly people: readonly DirectoryEntry[];
  /** Place of the person of each row among the people; likewise the skill. */
  readonly personOf: Int32Array;
  readonly skills: readonly CompletedSkill[];
  readonly skillOf: Int32Array;
  readonly achievedOn: Int32Array;
  /** As the source gave it, or `NO_DAY`. */
  readonly expiresOn: Int32Array;
  /** Accounts to which records belong; place of that of each row, and whether it is one of Microsoft Learning. */
  readonly accounts: readonly (string | null)[];
  readonly accountOf: Int32Array;
  readonly isLearning: Uint8Array;
  readonly statuses: readonly string[];
}

const TYPES = {
  exam: 'Exam',
  certification: 'Certification',
  assessment: 'Assessment',
  credential: 'Credential',
  external: 'Other',
} as const;

function skillOf({ skill, skillId }: Completion['verdict']): CompletedSkill {
  return {
    activityId: skill?.kind === 'exam' ? skill.code : skillId,
    title: skill?.title ?? skillId.slice(skillId.indexOf(':') + 1),
    type: TYPES[skill?.kind ?? (skillId.startsWith('exam:') ? 'exam' : 'external')],
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
function statusOf({ record, verdict }: Completion, expiresOn: number, day: Day): string {
  if (record.revokedOn != null) return 'Revoked';
  if ((record.grade ?? WEAKEST_OF_VENDOR) < WEAKEST_OF_VENDOR) return 'Unverified';
  const retiredOn = verdict.skill?.retiredOn ?? null;
  if (retiredOn !== null && retiredOn <= day) return 'Retired';
  return expiresOn !== NO_DAY && expiresOn < day ? 'Expired' : 'Active';
}

/** Different things by their keys, each with its place. */
class Places<T> {
  readonly all: T[] = [];
  private readonly places = new Map<string, number>();

  of(key: string, make: () => T): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push(make()) - 1;
  }
}

function madeFrom(answer: PartnerAnswer): CompletionColumns {
  const { facts, verdicts, programme, asOf, directory } = answer;
  const day = parseDay(asOf.validAt)!;
  const listed = (facts.people ?? []).filter(({ id }) => directory.has(id));
  const rows = completions(listed, verdicts, programme, day);
  const people = new Places<DirectoryEntry>();
  const skills = new Places<CompletedSkill>();
  const accounts = new Places<string | null>();
  const { length } = rows;
  const columns = {
    ids: new Array<string>(length),
    personOf: new Int32Array(length),
    skillOf: new Int32Array(length),
    achievedOn: new Int32Array(length),
    expiresOn: new Int32Array(length),
    accountOf: new Int32Array(length),
    isLearning: new Uint8Array(length),
    statuses: new Array<string>(length),
  };
  rows.forEach((completion, row) => {
    const { person, record, verdict } = completion;
    const accountId = record.accountId ?? null;
    const expiresOn = record.expiresOn == null ? NO_DAY : parseDayPrefix(record.expiresOn)!;
    columns.ids[row] = record.id;
    columns.personOf[row] = people.of(person.id, () => directory.get(person.id)!);
    columns.skillOf[row] = skills.of(verdict.skillId, () => skillOf(verdict));
    columns.achievedOn[row] = verdict.achievedOn;
    columns.expiresOn[row] = expiresOn;
    columns.accountOf[row] = accounts.of(accountId ?? '', () => accountId);
    columns.isLearning[row] = accountId !== null && isLearningAccount(person, accountId, verdict) ? 1 : 0;
    columns.statuses[row] = statusOf(completion, expiresOn, day);
  });
  return { length, people: people.all, skills: skills.all, accounts: accounts.all, ...columns };
}

const known = new WeakMap<PartnerAnswer, CompletionColumns>();

/** Made once for an answer, for all its readers. */
export function completionColumns(answer: PartnerAnswer): CompletionColumns {
  const found = known.get(answer) ?? madeFrom(answer);
  known.set(answer, found);
  return found;
}
