import { searchKey, searchWords } from '../domain/text/search-key.ts';
import type { PerformanceLine, PerformanceReportQuery } from './performance-report.ts';

type Choice = Pick<PerformanceReportQuery, 'competency' | 'basis' | 'open' | 'search'>;

/** Some level lacks it, or it is not known whether it does. */
function isOpen({ levels }: PerformanceLine): boolean {
  return levels.some(({ outcome }) => outcome !== 'met');
}

/** The lines that are asked for, in the order of the report: page, API and file choose alike. */
export function chosenLines(
  lines: readonly PerformanceLine[],
  { competency, basis, open, search = '' }: Choice,
): readonly PerformanceLine[] {
  const words = searchWords(search);
  return lines.filter((line) => {
    if (competency !== undefined && line.competency !== competency) return false;
    if (basis !== undefined && line.basis !== basis) return false;
    if (open === 'yes' && !isOpen(line)) return false;
    const { name, optionName, title, metric } = line;
    const text = searchKey(
      [name, optionName, title].flatMap((each) => (each === null ? [] : [each.fr, each.en])).join(' '),
    );
    return words.every((word) => text.includes(word) || (metric ?? '').includes(word));
  });
}
