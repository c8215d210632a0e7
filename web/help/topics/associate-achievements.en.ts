import { type HelpTopic, list, paragraph } from '../help-topic.ts';

export const associateAchievementsEn: HelpTopic = {
  title: 'Make my skills count',
  summary: 'What it takes for an exam, a certification or an assessment to count for the company.',
  keywords: ['associate', 'MCID', 'MCP', 'learning account', 'nothing counts'],
  appliesTo: 'Partner Center',
  sections: [
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
          '**{learning.exams}**: the {learning.exams.account} account, known by its {learning.mcid}.',
          '**{learning.training}**: the {learning.training.account} account.',
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
        paragraph(
          '[{nav.profile}](page:profile) tells for each skill why it does not count. The reasons are explained under [the reasons](skills-report#reasons).',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associate an account step by step](link-learning-account#steps)',
    '[Open {nav.profile}](page:profile)',
  ],
};
