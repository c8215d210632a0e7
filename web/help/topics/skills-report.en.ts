import { generated, type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const skillsReportEn: HelpTopic = {
  title: 'Use the skills report',
  summary:
    'Who earned which exams, certifications and assessments, what counts today, and why the rest does not.',
  keywords: ['MCP', 'MCID', 'download', 'spreadsheet', 'PMC', 'reason', 'retired', 'expired'],
  appliesTo: 'Partner Center, competency programme',
  sections: [
    {
      anchor: 'prerequisites',
      title: 'Before you start',
      blocks: [
        paragraph('Four conditions must hold. The report checks them and tells the next step for each.'),
        list(
          '{report.prerequisite.enrolled}.',
          '{report.prerequisite.role}. If not, the page names the role and the people who hold it: turn to them. See [Roles and permissions](roles#who-may).',
          '{report.prerequisite.people}.',
          '{report.prerequisite.associations} (Microsoft Learning or Partner University). Only the person concerned can do it.',
        ),
      ],
    },
    {
      anchor: 'view',
      title: 'Read the report on screen',
      blocks: [
        steps(
          'In the left menu, open {nav.mpn}, then {nav.competencies}.',
          'At the top right, choose {competencies.performanceReport}.',
          'Choose the tab {report.tab} at the top left.',
        ),
        paragraph(
          'Each row holds one person and one skill. Search, filter, sort and choose columns: the address of the page keeps it all, and you can send it to a colleague with the same role.',
        ),
        paragraph(
          'Choose a row to see the way of the skill ({way.achieved}, {way.received}, {way.associated}, {way.counted}), with the date of each step.',
        ),
      ],
    },
    {
      anchor: 'dates',
      title: 'Read the report at another date',
      blocks: [
        paragraph(
          'With the button {asOf.today} at the top of the page you choose another date. It holds for the whole screen. A past date shows what counted that day; a future date shows what will still count, from the expiries and retirements already known. A banner reminds you that you are not looking at today.',
        ),
        paragraph(
          'With {asOf.known}, you find an answer as it was at the time, without what has been recorded since: neither the skills, nor the figures that were reported or corrected later.',
        ),
      ],
    },
    {
      anchor: 'matrix',
      title: 'People and skills side by side',
      blocks: [
        paragraph(
          'The [{matrix.title}](page:skills-matrix) shows one competency: a row for each person, a column for each skill that it asks for. Each cell says in words and colour whether the skill counts, until when where that is less than a year away, or that it does not count. Point at a cell, or reach it with the arrows, and the sentence below says why; open it for the whole way of the record.',
        ),
        paragraph(
          'Below each name stands what the person is to the competency: who holds a seat, who is spare and could take over, who is already counted elsewhere. The numbers above the matrix filter it, and the number over each column leads to the same rows of the skills report. Filter by location or by team, print it, or download it as you see it.',
        ),
      ],
    },
    {
      anchor: 'training',
      title: 'Training',
      blocks: [
        paragraph(
          'The page [{training.title}](page:training) counts, over three, six or twelve months or any others, how many people earned certifications, passed exams and assessments, and how many there were each month. Each number leads to its people or completions, and the chart can be read and copied as a table or downloaded. Everything that a recognised source reports is counted, whether or not it counts for a competency.',
        ),
        paragraph(
          'A report viewer sees the same figures, and in place of each name an identifier that stays the same.',
        ),
      ],
    },
    {
      anchor: 'changes',
      title: 'What has changed',
      blocks: [
        paragraph(
          'The page [{changes.title}](page:changes) compares what was known at the end of a day with today, or with the day chosen at the top of the page: which levels were gained or lost, which options have come closer, which skills count newly or no longer, and why.',
        ),
        paragraph(
          'A skill that was earned long ago and received yesterday is a change of yesterday: what was known is compared. Choose the day on the left, or one of the shortcuts.',
        ),
        paragraph(
          'Under [{dataSets.tab.scheduled}](page:scheduled-reports) you can have it sent every week: it then tells everything since the last one.',
        ),
      ],
    },
    {
      anchor: 'download',
      title: 'Download the report',
      blocks: [
        paragraph(
          'On the page of the competencies as on that of the report, choose {competencies.download}, then XLSX, CSV or TSV. From the report, the file holds exactly the rows shown, with your filters. It is written in your language. In XLSX, a sheet “About” tells the date, the version of the rules and who downloaded it.',
        ),
        note('The file holds personal data. Its download is written to the audit log.'),
      ],
    },
    { anchor: 'columns', title: 'The columns', blocks: [generated('report-columns')] },
    {
      anchor: 'reasons',
      title: 'Why a skill does not count',
      blocks: [
        paragraph(
          'When the column {report.column.countsNow} says {common.no}, the column {report.column.reason} says why. Only the first reason that applies is given.',
        ),
        generated('reasons'),
      ],
    },
    {
      anchor: 'delays',
      title: 'Delays',
      blocks: [
        paragraph(
          'Once a record arrives here it is in the report in less than a second. The source may take 24 to 72 hours to send it: that is the delay you see after an exam or a first association.',
        ),
      ],
    },
    {
      anchor: 'retired',
      title: 'Retired skills',
      blocks: [
        paragraph('Two different clocks apply, both twelve months from the retirement:'),
        list(
          'the skill still **counts** if it was earned before the retirement;',
          'it stays **listed** in the report, even when it no longer counts.',
        ),
      ],
    },
    {
      anchor: 'pmc',
      title: 'PMC users',
      blocks: [
        paragraph(
          'If your company comes from PMC, associations made there count for six months after the move. In the filters, choose {report.filter.pmc}: {common.yes} and {report.filter.partnerCenter}: {common.no}. These are the people to ask first.',
        ),
      ],
    },
    {
      anchor: 'technical-users',
      title: 'Technical users',
      blocks: [
        paragraph(
          'On the page [{nav.users}](page:users), switch on {users.column.technical} for the people from whom you expect skills. The report tells how many of them appear and names those who are missing, with the cause.',
        ),
      ],
    },
    {
      anchor: 'empty',
      title: 'The report is empty',
      blocks: [
        paragraph(
          'Nobody has a visible skill. Most often the company was created here without coming from PMC, or nobody had associated an account before the move. Ask everyone to associate a learning account, or [import](page:imports) a first file.',
        ),
      ],
    },
    {
      anchor: 'check',
      title: 'Have lists checked',
      blocks: [
        paragraph(
          'Choose {listCheck.ask} in a row, or above the table for everybody whom the filters show. Each receives an e-mail in the own language, one a month at most.',
        ),
        paragraph(
          'On [{nav.profile}](page:profile) the person says of each skill whether it is right. The row of the report shows the answer and its day. A disputed skill goes on counting until its source corrects it.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open the report](page:skills-report)',
    '[See what each competency requires](attainment-paths)',
    '[Find out who holds which role](page:roles)',
  ],
};
