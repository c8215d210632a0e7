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
          '**The company is enrolled in the programme.**',
          '**You hold the right role.** If not, the page names the role and the people who hold it: turn to them. See [Roles and permissions](roles#who-may).',
          '**Your colleagues have a user account** attached to the company.',
          '**They have associated their learning account** (Microsoft Learning or Partner University). Only the person concerned can do it.',
        ),
      ],
    },
    {
      anchor: 'view',
      title: 'Read the report on screen',
      blocks: [
        steps(
          'In the left menu, open **MPN**, then **Competencies**.',
          'At the top right, choose **Competency performance report**.',
          'The tab **User skills data** is at the top left.',
        ),
        paragraph(
          'Each row holds one person and one skill. Search, filter, sort and choose columns: the address of the page keeps it all, and you can send it to a colleague with the same role.',
        ),
        paragraph(
          'Choose a row to see the way of the skill: achieved, received, associated, counted, with the date of each step.',
        ),
      ],
    },
    {
      anchor: 'dates',
      title: 'Read the report at another date',
      blocks: [
        paragraph(
          'The date at the top of the page holds for the whole screen. A past date shows what counted that day; a future date shows what will still count, from the expiries and retirements already known. A banner reminds you that you are not looking at today.',
        ),
        paragraph(
          'With **as we knew it on**, you find an answer as it was at the time, without what has been recorded since.',
        ),
      ],
    },
    {
      anchor: 'download',
      title: 'Download the report',
      blocks: [
        paragraph(
          'On the Competencies page choose **Download skills report**; on the report page, **Download**. The file (XLSX, CSV or TSV) holds the rows shown, with your filters and in your language. A sheet “About” tells the date, the version of the rules and who downloaded it.',
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
          'When the column **Counts now** says No, the column **Reason** says why. Only the first reason that applies is given.',
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
          'If your company comes from PMC, associations made there count for six months after the move. Filter on **Associated in PMC** = Yes and **Associated in Partner Center** = No: these are the people to ask first.',
        ),
      ],
    },
    {
      anchor: 'technical-users',
      title: 'Technical users',
      blocks: [
        paragraph(
          'Mark as **technical users** the people from whom you expect skills. The report tells how many of them appear and names those who are missing, with the cause.',
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
  ],
  nextSteps: [
    '[Open the report](page:skills-report)',
    '[See what each competency requires](attainment-paths)',
    '[Find out who holds which role](page:roles)',
  ],
};
