import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const dataSetsEn: HelpTopic = {
  title: 'Data sets, Excel and regular reports',
  summary:
    'The rows behind the reports as files, in spreadsheets and report tools, and made for you again and again.',
  keywords: ['OData', 'Power BI', 'CSV', 'TSV', 'export', 'token', 'schedule', 'Insights'],
  appliesTo: 'Partner Center, competency programme',
  sections: [
    {
      anchor: 'sets',
      title: 'What each data set holds',
      blocks: [
        paragraph(
          'The page [{dataSets.title}](page:data-sets) shows the first rows and explains every column. The names of the columns are those that the vendor published.',
        ),
        list(
          '**TrainingCompletions**: one row for each exam, certification or assessment completed, whether it counts or not. Its download also holds names and e-mails, for roles that may see them, and can be imported again: nothing changes.',
          '**CompetencySummaryHistory**: since when and until when each level was in one state.',
          '**CompetencyPeformanceRequirement**: the reported figures by month, their sums, and the thresholds of the rules in force in that month. Requirements about people have no column in it: see the [skills report](skills-report).',
        ),
        paragraph(
          'The date at the top of the page holds here too: files and programs can ask for any day, and for what was known then.',
        ),
        note('A download and a reading by a program are written to the audit log.'),
      ],
    },
    {
      anchor: 'feed',
      title: 'Read it in Excel or Power BI',
      blocks: [
        steps(
          'Open [{dataSets.tab.feed}](page:data-feed) and choose {reportTokens.make}. Copy the token: it is shown once.',
          'In Excel or Power BI open an OData feed with the address of the page.',
          'Choose basic authentication; type what you like as the user name, and the token as the password.',
        ),
        paragraph(
          'The program reads what you may see, at the moment it reads. Filters, sorting and columns that you choose there are applied here, so that little is sent.',
        ),
      ],
    },
    {
      anchor: 'tokens',
      title: 'Report tokens',
      blocks: [
        paragraph(
          'A token is yours, has a name and an end, and only reads. Revoke it on the same page when a program or a computer is given away. It ends at once when you leave or lose the role.',
        ),
      ],
    },
    {
      anchor: 'regular',
      title: 'Receive a report regularly',
      blocks: [
        steps(
          'Open [{dataSets.tab.scheduled}](page:scheduled-reports).',
          'Choose the report, how often, and how, then {scheduled.add}. The first one is made within a minute.',
        ),
        paragraph(
          'The file is kept for 14 days. A mail leads to it; it carries the file only where the programme allows that. With {scheduled.pull} no mail is sent: a program fetches the latest file with a report token.',
        ),
        paragraph(
          'If a report cannot be made you are told. {scheduled.pause} and {scheduled.delete} stand beside each of them.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open the data sets](page:data-sets)',
    '[Read the skills report](skills-report)',
    '[Find out who holds which role](page:roles)',
  ],
};
