import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const performanceReportEn: HelpTopic = {
  title: 'Use the competency performance report',
  summary:
    'Where every level stands, and every metric and requirement, skills included, against what silver and gold ask for.',
  keywords: ['metric', 'threshold', 'trailing 12 months', 'TTM', 'anniversary year', 'contribution', 'chart'],
  appliesTo: 'Partner Center, competency programme',
  sections: [
    {
      anchor: 'read',
      title: 'Read the report',
      blocks: [
        steps(
          'In the left menu, open {nav.mpn}, then {nav.competencies}.',
          'At the top right, choose {competencies.performanceReport}.',
          'The tab {performance.tab} shows the levels and what they rest on; the tab {report.tab} is the [skills report](skills-report#view).',
        ),
        paragraph(
          'The cards at the top count the levels by state, with their competencies. What the states mean stands in [the states of a level](maintain-membership#states).',
        ),
        paragraph(
          'Below, each metric and each requirement of every option stands once, with what each level asks for: people who must hold something as well as figures of revenue, active usage, seats deployed or new customers.',
        ),
        list(
          '{performance.have}: what is there on the day of the page, as the rule measures it.',
          'Each level: what it asks for, whether it is there, and how much is missing.',
          'Search, choose a competency or a kind, or look only at what is {performance.open}. The address keeps the choice.',
        ),
      ],
    },
    {
      anchor: 'windows',
      title: 'The two views',
      blocks: [
        list(
          '{performance.view.trailing}: what the twelve complete months before the month of the page have contributed.',
          '{performance.view.anniversary}: what has been contributed since the month in which the year of the membership began.',
        ),
        paragraph(
          'Of figures the contribution is their sum; of people it is how many more or fewer satisfy the requirement, up to the day itself.',
        ),
        note(
          'A month without a figure is not a month of zero: it is unknown until its figure is imported, see [imports](page:imports).',
        ),
      ],
    },
    {
      anchor: 'behind',
      title: 'What stands behind a number',
      blocks: [
        paragraph(
          'Choose a number to see its months as a chart, with the thresholds of the levels, and below it the people with the records by which they count, or the figures that were reported.',
        ),
        list(
          'Thresholds of figures are those of the rules of each month. People are counted in every month by the requirement of the day of the page.',
          'Point at a month, or reach the chart with Tab and move with the arrows, to read its numbers; each leads to its rows.',
          '{chart.asTable} shows the same numbers as a table, and {chart.copy} takes them along. A printed page has both.',
        ),
      ],
    },
    {
      anchor: 'dates',
      title: 'Another date',
      blocks: [
        paragraph(
          'With the button {asOf.today} the whole report is that of another day. The number of people at the end of a month is the one that the report of that day shows.',
        ),
      ],
    },
    {
      anchor: 'download',
      title: 'Download',
      blocks: [
        paragraph(
          '{performance.download} gives the lines as they are shown, {performance.download.months} their months, each for Excel or as text. The second sheet says of which company, day and version of the catalogue they are.',
        ),
      ],
    },
    {
      anchor: 'history',
      title: 'History',
      blocks: [
        paragraph(
          'The table {lifecycle.history} tells every change of a level with its day and its cause, the latest first.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open the report](page:performance-report)',
    '[See what is at risk](page:risk)',
    '[See what has changed](page:changes)',
  ],
};
