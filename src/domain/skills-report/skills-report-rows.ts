/**
 * The rows of the skills report: which skills of which people are shown on a day, whether each counts now, and if
 * not, why. Shapes the verdicts of an evaluation run and decides nothing about counting by itself.
 */
import type { Programme, SkillId, SkillKind } from '../catalogue/catalogue.ts';
import type { NamingOption } from '../evaluation/compiled-programme.ts';
import type { Reason, RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsPerson } from '../facts/facts-document.ts';
import { addMonths, type Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';

/** Leavers stay listed for so many months after their last day. */
const LEAVERS_LISTED_MONTHS = 12;

export interface SkillsReportRow {
  readonly personId: string;
  readonly recordId: string;
  readonly accountId: string | null;
  readonly provider: string | null;
  readonly skillId: SkillId;
  readonly skillCode: string;
  readonly skillKind: SkillKind;
  readonly skillTitle: string;
  readonly achievedOn: Day;
  /** Last valid day, given or computed. */
  readonly expiresOn: Day | null;
  readonly retiredOn: Day | null;
  readonly associatedInPmc: boolean;
  readonly associatedInPartnerCenter: boolean;
  readonly relevantFor: readonly NamingOption[];
  readonly countsNow: boolean;
  readonly reason: Reason | null;
}

export interface SkillsReportQuestion {
  readonly programme: Programme;
  readonly day: Day;
  /** Skills that no option names, and skills retired too long ago, are listed too. */
  readonly all?: boolean;
}

/** People employed on the day, and those who left less than a year before. */
export function isListedPerson({ employedFrom, employedUntil }: FactsPerson, day: Day): boolean {
  const from = employedFrom ? parseDayOrInstant(employedFrom) : null;
  const until = employedUntil ? parseDayOrInstant(employedUntil) : null;
  if (from !== null && day < from) return false;
  return until === null || day < addMonths(until, LEAVERS_LISTED_MONTHS);
}

function isListedSkill(
  { skill, named }: RecordVerdict,
  { programme, day, all = false }: SkillsReportQuestion,
): boolean {
  if (all) return true;
  if (!named) return false;
  const retiredOn = skill?.retiredOn ?? null;
  return retiredOn === null || day <= addMonths(retiredOn, programme.retirement.listedForMonths);
}

function countsNow({ named, reason }: RecordVerdict): boolean {
  return named && reason === null;
}

/** Of several records of one skill the one that counts is shown, else the latest, else the lowest id. */
function isShownRather(left: RecordVerdict, right: RecordVerdict): boolean {
  if (countsNow(left) !== countsNow(right)) return countsNow(left);
  const leftVoided = left.reason?.code === 'voided';
  if (leftVoided !== (right.reason?.code === 'voided')) return !leftVoided;
  if (left.achievedOn !== right.achievedOn) return left.achievedOn > right.achievedOn;
  return left.record < right.record;
}

const SKILL_KINDS: Readonly<Record<string, SkillKind>> = {
  exam: 'exam',
  cert: 'certification',
  assessment: 'assessment',
  credential: 'credential',
};

/** A skill that the programme does not know is shown by its id. */
function skillColumns({ skillId, skill }: RecordVerdict) {
  const separator = skillId.indexOf(':');
  const code = skill?.code ?? skillId.slice(separator + 1);
  const kind = skill?.kind ?? SKILL_KINDS[skillId.slice(0, Math.max(separator, 0))] ?? 'external';
  return { skillId, skillCode: code, skillKind: kind, skillTitle: skill?.title ?? code };
}

function toRow(verdict: RecordVerdict): SkillsReportRow {
  const counts = countsNow(verdict);
  const reason = verdict.named ? verdict.reason : ({ code: 'not-named', params: {} } as const);
  return {
    personId: verdict.person,
    recordId: verdict.record,
    accountId: verdict.account,
    provider: verdict.provider,
    ...skillColumns(verdict),
    achievedOn: verdict.achievedOn,
    expiresOn: verdict.expiresOn,
    retiredOn: verdict.skill?.retiredOn ?? null,
    associatedInPmc: verdict.associatedVia.pmc,
    associatedInPartnerCenter: verdict.associatedVia.partnerCenter,
    relevantFor: verdict.options,
    countsNow: counts,
    reason: counts ? null : reason,
  };
}

/** One row for each skill of the person, by skill id; nothing for people who are not listed. */
export function personReportRows(
  person: FactsPerson,
  verdicts: readonly RecordVerdict[],
  question: SkillsReportQuestion,
): readonly SkillsReportRow[] {
  if (verdicts.length === 0 || !isListedPerson(person, question.day)) return [];
  const shown = new Map<SkillId, RecordVerdict>();
  for (const verdict of verdicts) {
    if (!isListedSkill(verdict, question)) continue;
    const other = shown.get(verdict.skillId);
    if (other === undefined || isShownRather(verdict, other)) shown.set(verdict.skillId, verdict);
  }
  return [...shown.keys()].sort().map((skill) => toRow(shown.get(skill)!));
}

/** The verdicts on the records of each person, by person id. */
export function verdictsByPerson(
  verdicts: readonly RecordVerdict[],
): ReadonlyMap<string, readonly RecordVerdict[]> {
  const byPerson = new Map<string, RecordVerdict[]>();
  for (const verdict of verdicts) {
    const own = byPerson.get(verdict.person);
    if (own === undefined) byPerson.set(verdict.person, [verdict]);
    else own.push(verdict);
  }
  return byPerson;
}

/** One row for each person and skill, by person id, then skill id. `verdicts` are those of the whole programme. */
export function skillsReportRows(
  people: readonly FactsPerson[],
  verdicts: readonly RecordVerdict[],
  question: SkillsReportQuestion,
): readonly SkillsReportRow[] {
  const byPerson = verdictsByPerson(verdicts);
  const sorted = [...people].sort((left, right) => (left.id < right.id ? -1 : 1));
  return sorted.flatMap((person) => personReportRows(person, byPerson.get(person.id) ?? [], question));
}
