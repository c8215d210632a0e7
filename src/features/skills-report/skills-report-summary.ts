import type { SkillsReport, SkillsReportRow } from '../../contract/skills-report.ts';

class Counts<T> {
  readonly of = new Map<T, number>();

  add(item: T, count = 1): void {
    this.of.set(item, (this.of.get(item) ?? 0) + count);
  }
}

function facet(counts: Counts<string>): { id: string; count: number }[] {
  return [...counts.of]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** The numbers above the table, of the rows that the filters let through. */
export function summaryOf(rows: readonly SkillsReportRow[]): SkillsReport['summary'] {
  const people = new Set<string>();
  const reasons = new Counts<string>();
  let counting = 0;
  for (const { userId, countsNow, reason } of rows) {
    people.add(userId);
    if (countsNow) counting++;
    if (reason !== null) reasons.add(reason.code);
  }
  return {
    people: people.size,
    records: rows.length,
    counting,
    notCounting: facet(reasons).map(({ id, count }) => ({ reason: id, count })),
  };
}

/** What can be filtered by, of all rows, so that a filter never hides the way back. */
export function facetsOf(rows: readonly SkillsReportRow[]): SkillsReport['facets'] {
  const providers = new Counts<string>();
  const skillTypes = new Counts<string>();
  // Rows of one skill share their list of options: each list is looked into once.
  const lists = new Counts<SkillsReportRow['relevantFor']>();
  for (const { provider, skillType, relevantFor } of rows) {
    providers.add(provider);
    skillTypes.add(skillType);
    lists.add(relevantFor);
  }
  const names = new Map<string, SkillsReportRow['relevantFor'][number]['name']>();
  const competencies = new Counts<string>();
  for (const [options, count] of lists.of) {
    for (const { competency, name } of options) names.set(competency, name);
    for (const competency of new Set(options.map((option) => option.competency))) {
      competencies.add(competency, count);
    }
  }
  return {
    competencies: facet(competencies).map(({ id, count }) => ({ id, name: names.get(id)!, count })),
    providers: facet(providers),
    skillTypes: facet(skillTypes),
  };
}
