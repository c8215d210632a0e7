import type { SkillsReport, SkillsReportRow } from '../../contract/skills-report.ts';
import type { FactsPerson } from '../../domain/facts/facts-document.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { DirectoryEntry } from '../shared/person-refs.ts';
import { staffOf } from '../shared/staff.ts';

function displayName(entry: DirectoryEntry): string {
  return `${entry.firstName} ${entry.lastName}`.trim();
}

/**
 * The four prerequisites of the report, each with its state and with whom to turn to. The reader of the report
 * holds the role by being here; its holders are named all the same for a colleague who asks.
 */
export function prerequisitesOf(
  answer: PartnerAnswer,
  holders: { readonly reports: readonly string[]; readonly accounts: readonly string[] },
): SkillsReport['prerequisites'] {
  const { people, associated } = staffOf(answer);
  const accounts = [...answer.directory.values()].filter((entry) => entry.status !== 'left').length;
  return [
    { id: 'enrolled', met: answer.partner.enrolled, have: null, of: null, holders: [...holders.accounts] },
    { id: 'role', met: true, have: null, of: null, holders: [...holders.reports] },
    {
      id: 'people',
      met: people.length > 0,
      have: people.length,
      of: accounts,
      holders: [...holders.accounts],
    },
    {
      id: 'associations',
      met: associated.length > 0,
      have: associated.length,
      of: people.length,
      holders: [],
    },
  ];
}

/** Why there is no row at all: the cause decides what helps. */
export function emptyCause(answer: PartnerAnswer): string {
  if (!answer.partner.enrolled) return 'not-enrolled';
  const { associated } = staffOf(answer);
  if (associated.length > 0) return 'no-records';
  return answer.partner.origin === 'native' ? 'created-here' : 'nobody-associated-before-move';
}

/** Technical users of the company, and which of them the report does not show and why. */
export function technicalUsersOf(
  answer: PartnerAnswer,
  rows: readonly SkillsReportRow[],
): SkillsReport['technicalUsers'] {
  const present = new Set<string>();
  for (const { userId } of rows) present.add(userId);
  const { people, associated } = staffOf(answer);
  const technical = people.filter(({ id }) => answer.directory.get(id)?.technical);
  const missing = new Map(
    technical.filter(({ id }) => !present.has(id)).map((person) => [person.id, person]),
  );
  const linked = new Set(missing.size === 0 ? [] : associated);
  const cause = (person: FactsPerson) => {
    if (!linked.has(person)) return 'not-associated';
    return (person.records ?? []).length > 0 ? 'no-relevant-skill' : 'no-records';
  };
  return {
    total: technical.length,
    present: technical.length - missing.size,
    missing: [...answer.directory.values()].flatMap((entry) => {
      const person = missing.get(entry.userId);
      if (person === undefined) return [];
      return { userId: entry.userId, displayName: displayName(entry), cause: cause(person) };
    }),
  };
}
