import { type HelpTopic, list, paragraph } from '../help-topic.ts';

export const oneCompanyEn: HelpTopic = {
  title: 'One company at a time',
  summary: 'Moving to another company, the limits, and what the former one sees.',
  keywords: ['move', '30 days', 'three times a year', 'associated elsewhere'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'move',
      title: 'Move to another company',
      blocks: [
        paragraph(
          'A learning account is associated with one company. Associating it in a new one ends the association with the former one at that moment: your skills stop counting there and count in the new one. You lose no skill.',
        ),
        paragraph('Jalon tells you before you confirm, with the name of the company you leave.'),
      ],
    },
    {
      anchor: 'limits',
      title: 'Limits',
      blocks: [
        list(
          'At least thirty days between two associations of an account.',
          'At most three associations in 365 days, over all companies.',
          'Dissociating is possible at any time.',
          'An association that came from PMC is not counted among them.',
        ),
        paragraph('A refusal tells the next possible date; [{nav.profile}](page:profile) always shows it.'),
      ],
    },
    {
      anchor: 'leaving',
      title: 'Leaving, or letting somebody leave',
      blocks: [
        paragraph(
          'Whoever leaves a company can dissociate the account, or let the new association end the former one. From the day of departure that the company records nothing counts there any more; if the association is still open, an administrator can end it [in the person’s panel](users#leave).',
        ),
      ],
    },
    {
      anchor: 'former-company',
      title: 'What the former company sees',
      blocks: [
        paragraph(
          'Its administrators learn that the association has ended, and nothing else: neither where you are nor what you earn afterwards.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[See the next possible change](page:profile)',
    '[Associate an account step by step](link-learning-account#steps)',
  ],
};
