import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const associateAchievementsEn: HelpTopic = {
  title: 'Make my skills count',
  summary: 'What it takes for an exam, a certification or an assessment to count for the company.',
  keywords: ['associate', 'MCID', 'MCP', 'learning account', 'nothing counts'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'in-short',
      title: 'In three steps',
      blocks: [
        steps(
          'Open [{associate.title}](page:associate) and sign in with the account by which you take your exams and courses.',
          'Check what was found, then choose {associate.confirm.yes}.',
          'Go back to [{nav.profile}](page:profile): each skill says there what it counts for, or why it does not count.',
        ),
      ],
    },
    {
      anchor: 'why',
      title: 'Why associate',
      blocks: [
        paragraph(
          'A skill belongs to the learning account with which you earned it. The company sees it, and it counts, only from the moment you have associated that account with your profile.',
        ),
      ],
    },
    {
      anchor: 'two-accounts',
      title: 'Two cards in My profile',
      blocks: [
        list(
          '{learning.exams}: the {learning.exams.account} account, known by its {learning.mcid}.',
          '{learning.training}: the {learning.training.account} account.',
        ),
        paragraph(
          'Both may be one and the same account. Either may have another address than your work e-mail.',
        ),
      ],
    },
    {
      anchor: 'delay',
      title: 'How long it takes',
      blocks: [
        paragraph(
          'What Jalon knows already counts within a second. The provider may take up to 72 hours to send a new skill; the card says so.',
        ),
      ],
    },
    {
      anchor: 'nothing-counts',
      title: 'Still nothing',
      blocks: [
        list(
          'The skill is not in [{nav.profile}](page:profile): it may be on another account. Compare the {learning.mcid} of your transcript with that of the card, or wait until the 72 hours are over.',
          'It is there and does not count: the reason stands below it. Each reason is explained, with what to do, under [the reasons](skills-report#reasons).',
          'It is there and counts for another company: read [One company at a time](one-company).',
          'It comes from elsewhere than Microsoft Learning or Partner University: it is kept, and does not count.',
        ),
      ],
    },
    {
      anchor: 'colleagues',
      title: 'For administrators: have your colleagues associate',
      blocks: [
        steps(
          'Add them: [one person](page:add-user), or [everybody in a file](page:add-users).',
          'Ask them to associate their account: with {remind.ask}, in the skills report or the chase list, each of them is sent a link. Nobody can do it for them.',
          'Follow who has done it in the [{usersReport.title}](page:users-report), and what counts in the [{nav.skillsReport}](page:skills-report).',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associate an account step by step](link-learning-account#steps)',
    '[Open {nav.profile}](page:profile)',
  ],
};
