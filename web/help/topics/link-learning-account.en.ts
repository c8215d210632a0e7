import { type HelpTopic, paragraph, steps } from '../help-topic.ts';

export const linkLearningAccountEn: HelpTopic = {
  title: 'Associate a learning account',
  summary: 'The three steps, what the company sees, and how to dissociate.',
  keywords: ['associate', 'dissociate', 'Microsoft Learning', 'Partner University', 'different e-mail'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'profile',
      title: 'My profile',
      blocks: [
        paragraph(
          '[{nav.profile}](page:profile) at the top right shows the state of each account, since when it is associated, its address and the next possible change. Below is the history.',
        ),
      ],
    },
    {
      anchor: 'steps',
      title: 'Associate',
      blocks: [
        steps(
          'In [{nav.profile}](page:profile) choose **{learning.associate}** on the card you want. Read what the company will see.',
          'Sign in with the learning account. If you signed in here more than ten minutes ago, Jalon first asks you to confirm that it is you.',
          'Check the account that was found, its address and what will happen, then choose **{associate.confirm.yes}**. Nothing is associated before.',
        ),
      ],
    },
    {
      anchor: 'other-email',
      title: 'Another address',
      blocks: [
        paragraph(
          'The address of the account may differ from your work e-mail. Both are shown and the association works; only check that the account is yours. An address alone never associates anything.',
        ),
      ],
    },
    {
      anchor: 'end',
      title: 'Dissociate',
      blocks: [
        paragraph(
          '**{learning.dissociate}** first shows what stops counting and when the account can be associated again. You alone can do it; an administrator can only end the association of somebody who has left.',
        ),
      ],
    },
  ],
  nextSteps: ['[One company at a time](one-company)', '[Open {nav.profile}](page:profile)'],
};
