import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const earnEn: HelpTopic = {
  title: 'Earn competencies',
  summary: 'Performance and skills goals, people who are linked, data that is up to date.',
  keywords: ['goals', 'employees', 'users', 'import', 'PMC', 'MCID', 'Partner University', 'transcript'],
  appliesTo: 'Partner Center, competency programme',
  sections: [
    {
      anchor: 'goals',
      title: 'Two kinds of goals',
      blocks: [
        list(
          '{competency.basis.performance}: revenue, active usage, seats deployed, new customers.',
          '{competency.basis.skills}: Microsoft exams and certifications, online assessments of Partner University.',
        ),
        paragraph(
          'Several competencies offer several options: one is enough. See [{nav.requirements}](page:requirements).',
        ),
      ],
    },
    {
      anchor: 'people',
      title: 'Bring your colleagues in',
      blocks: [
        paragraph(
          'A skill counts when the person has a user account in the company and has associated the learning account that holds it. The page [{nav.users}](page:users) shows where everyone stands.',
        ),
        paragraph(
          'A person is associated with one company at a time. Associating elsewhere ends counting here at that instant. A person who leaves stops counting on the leaving date; the history stays.',
        ),
      ],
    },
    {
      anchor: 'import',
      title: 'Import files',
      blocks: [
        steps(
          'Open [{nav.imports}](page:imports) and drop a file: users, skill records, an Insights export, a Microsoft Learn transcript or performance metrics.',
          'Check what was recognised: the kind of file, the columns, the dates.',
          'Read the problems, line by line, and the effect on your levels. Nothing is written yet.',
          'Apply, then choose {import.log}.',
        ),
        note('A file sent twice has no effect the second time. A rejected line does not stop the others.'),
        paragraph(
          'A date such as 03/04/2018 can be read in two ways: say in which order day and month stand, it is never guessed.',
        ),
      ],
    },
    {
      anchor: 'sources',
      title: 'Recognised sources',
      blocks: [
        paragraph(
          'Two sources count for competencies: Microsoft Learning and Partner University. Records from others (OpenedX, for example) are kept and shown to their owner, but do not count.',
        ),
      ],
    },
    {
      anchor: 'own-skills',
      title: 'See your own skills',
      blocks: [
        paragraph(
          'Open [{nav.profile}](page:profile) at the top right. You see your associated accounts, each skill, what it counts for and, if it does not, why.',
        ),
      ],
    },
    {
      anchor: 'email',
      title: 'Another e-mail address',
      blocks: [
        paragraph(
          'The learning account may have another address than your work account. Both are then shown: the difference stops nothing, but it saves you from looking for a skill in the wrong place.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open {nav.profile}](page:profile)',
    '[Import a file](page:imports)',
    '[Follow your competencies](competencies)',
  ],
};
