import type { SkillsReport, SkillsReportRow } from '../../contract/skills-report.ts';

function counted<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byCount(a: { count: number; id: string }, b: { count: number; id: string }): number {
  return b.count - a.count || (a.id < b.id ? -1 : 1);
}

function facet(values: Iterable<string>): { id: string; count: number }[] {
  return [...counted(values)].map(([id, count]) => ({ id, count })).sort(byCount);
}

/** The numbers above the table, of the rows that the filters let through. */
export function summaryOf(rows: readonly SkillsReportRow[]): SkillsReport['summary'] {
  const reasons = rows.flatMap((row) => (row.reason === null ? [] : [row.reason.code]));
  return {
    people: new Set(rows.map((row) => row.userId)).size,
    records: rows.length,
    counting: rows.filter((row) => row.countsNow).length,
    notCounting: facet(reasons).map(({ id, count }) => ({ reason: id, count })),
  };
}

/** What can be filtered by, of all rows, so that a filter never hides the way back. */
export function facetsOf(rows: readonly SkillsReportRow[]): SkillsReport['facets'] {
  const names = new Map(
    rows.flatMap((row) => row.relevantFor).map(({ competency, name }) => [competency, name]),
  );
  const competencies = facet(
    rows.flatMap((row) => [...new Set(row.relevantFor.map(({ competency }) => competency))]),
  );
  return {
    competencies: competencies.map(({ id, count }) => ({ id, name: names.get(id)!, count })),
    providers: facet(rows.map((row) => row.provider)),
    skillTypes: facet(rows.map((row) => row.skillType)),
  };
}
