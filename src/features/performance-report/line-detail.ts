import type { PerformanceLineDetail } from '../../contract/performance-report.ts';
import type { Predicate } from '../../domain/catalogue/catalogue.ts';
import { countsFor } from '../../domain/evaluation/counting-values.ts';
import { individuals } from '../../domain/explanation/held-skills.ts';
import { peopleOfLine } from '../../domain/performance-report/people-of-line.ts';
import { formatMonth } from '../../domain/time/day.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';
import { predicateView } from '../shared/predicate-view.ts';
import { type LineFigures, reportFigures } from './line-figures.ts';
import { lineView, monthView } from './line-view.ts';
import { ranksOf, windowsView } from './performance-report-query.ts';

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Everybody whom the line counts, in the order of their names, with the records that make them count. */
function peopleCounted(answer: PartnerAnswer, holds: Predicate): PerformanceLineDetail['value'] {
  const { directory, facts, programme, verdicts } = answer;
  return peopleOfLine(holds, verdicts, individuals(facts))
    .map(({ person, records }) => ({
      person: personRef(directory, person, true),
      records: records.flatMap((each) => {
        const record = answer.recordOf(each.person, each.record);
        return record === undefined ? [] : [recordRef(programme, each.person, record)];
      }),
    }))
    .sort(({ person: left }, { person: right }) => {
      const byName = compare(left.lastName ?? '', right.lastName ?? '') || compare(left.label, right.label);
      return byName || (left.id < right.id ? -1 : 1);
    });
}

/** The reported values of the months told, as far as they count for the line; the latest first. */
function reportedValues(answer: PartnerAnswer, line: LineFigures): PerformanceLineDetail['reported'] {
  const { subject, competency, option, months } = line;
  if (subject.kind !== 'performance') return [];
  const { programme, facts } = answer;
  const { metric, associations } = subject.rule;
  const told = new Set(months.map(({ month }) => formatMonth(month)));
  return (facts.metrics ?? [])
    .filter(
      (value) =>
        value.metric === metric &&
        told.has(value.month) &&
        countsFor(value, associations, competency.id, option.track),
    )
    .map(({ month, value, association, competency: only }) => ({
      month,
      value,
      association: association
        ? (programme.associationTypes.get(association)?.name ?? { fr: association, en: association })
        : null,
      competency: only ? competency.name : null,
    }))
    .sort((left, right) => (left.month === right.month ? 0 : left.month < right.month ? 1 : -1));
}

/** Without `top` so many people are given. */
const PAGE = 100;

/** A line with everything behind its numbers; `null` when the report of the day has no such line. */
export function lineDetail(
  answer: PartnerAnswer,
  asked: {
    readonly competency: string;
    readonly line: string;
    readonly top: number | undefined;
    readonly skip: number | undefined;
  },
  url: string,
): PerformanceLineDetail | null {
  const figures = reportFigures(answer);
  const line = figures.lines.find(
    ({ id, competency }) => id === asked.line && competency.id === asked.competency,
  );
  if (line === undefined) return null;
  const { programme, asOf } = answer;
  const { subject } = line;
  const people = subject.kind === 'people' ? peopleCounted(answer, subject.holds) : [];
  const { top = PAGE, skip = 0 } = asked;
  return {
    line: lineView(programme, line),
    ranks: ranksOf(answer),
    predicate: subject.kind === 'people' ? predicateView(subject.holds) : null,
    months: line.months.map(monthView),
    value: people.slice(skip, skip + top),
    count: people.length,
    nextLink: skip + top < people.length ? nextPage(url, skip + top, top) : null,
    reported: reportedValues(answer, line),
    windows: windowsView(figures),
    asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
  };
}
