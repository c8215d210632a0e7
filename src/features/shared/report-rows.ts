import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import {
  type SkillsReportRow as DomainRow,
  skillsReportRows,
} from '../../domain/skills-report/skills-report-rows.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { namedOption } from './option-names.ts';
import type { Directory, DirectoryEntry } from './person-refs.ts';
import { statusOn } from './status-on.ts';

/** What the rows are made of: the evaluated facts of a partner. */
export interface ReportSource {
  readonly facts: FactsDocument;
  readonly directory: Directory;
  readonly programme: Programme;
  readonly asOf: { readonly validAt: string };
  readonly verdicts: readonly RecordVerdict[];
}

const MICROSOFT_LEARNING = 'microsoft-learning';

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** The Microsoft Learning account by which each person is known, for rows that come from another provider. */
function mcids(answer: ReportSource): Map<string, string> {
  const found = new Map<string, string>();
  for (const person of answer.facts.people ?? []) {
    const account = (person.associations ?? []).find(
      ({ provider, partner, until }) => provider === MICROSOFT_LEARNING && partner == null && until == null,
    );
    if (account !== undefined) found.set(person.id, account.accountId);
  }
  return found;
}

function viewOf(row: DomainRow, entry: DirectoryEntry, mcid: string, answer: ReportSource): SkillsReportRow {
  return {
    id: `${row.personId}/${row.skillId}`,
    userId: row.personId,
    recordId: row.recordId,
    firstName: entry.firstName,
    lastName: entry.lastName,
    workEmail: entry.workEmail,
    userStatus: statusOn(entry, answer.asOf.validAt),
    mcid,
    provider: row.provider ?? '',
    skillType: row.skillKind,
    skillId: row.skillId,
    skillTitle: row.skillTitle,
    achievedOn: formatDay(row.achievedOn),
    expiresOn: dayText(row.expiresOn),
    retiredOn: dayText(row.retiredOn),
    associatedInPmc: row.associatedInPmc,
    associatedInPartnerCenter: row.associatedInPartnerCenter,
    relevantFor: row.relevantFor.map((option) => namedOption(answer.programme, option)),
    countsNow: row.countsNow,
    reason: row.reason,
  };
}

/** The rows of the skills report with the names of people and competencies; made once per answer. */
export function reportRowsOf(answer: ReportSource, all: boolean): readonly SkillsReportRow[] {
  const question = { programme: answer.programme, day: parseDay(answer.asOf.validAt)!, all };
  const mcidOf = mcids(answer);
  return skillsReportRows(answer.facts.people ?? [], answer.verdicts, question).flatMap((row) => {
    const entry = answer.directory.get(row.personId);
    if (entry === undefined) return [];
    const own = row.provider === MICROSOFT_LEARNING ? row.accountId : null;
    return [viewOf(row, entry, own ?? mcidOf.get(row.personId) ?? '', answer)];
  });
}
