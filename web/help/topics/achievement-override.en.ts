import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const achievementOverrideEn: HelpTopic = {
  title: 'Exemptions and overrides',
  summary: 'A level that is held until a day, with a reason, even when its requirements are not met.',
  keywords: ['exemption', 'override', 'achievement override', 'extension', 'support', 'forced level'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'given',
      title: 'What an exemption is',
      blocks: [
        paragraph(
          'The programme can let a company hold a level for a time: exam centres are closed, a skill is still on its way, support has decided so. The page [{exemptions.title}](page:exemptions) says which levels, until which day and why.',
        ),
        paragraph(
          'The level is then held as if it were met: its membership can be bought, and it is shown. The requirements are still shown as they are.',
        ),
      ],
    },
    {
      anchor: 'shown',
      title: 'Where to see it',
      blocks: [
        list(
          'On the page of the competency and in the list: the words {competencies.exempt}, the last day and the reason.',
          'Among what is about to end: the day after the last one is a loss that is announced, with the end of the exemption as its cause.',
          'In the history of the competency: {lifecycle.cause.exempted}.',
        ),
      ],
    },
    {
      anchor: 'give',
      title: 'Give, prolong, end',
      blocks: [
        paragraph(
          'Only the programme gives an exemption; the company sees it and can neither give nor change it. Support gives three months at most; the operator may give more, and prolong.',
        ),
        steps(
          'Choose the company, then {exemptions.give}.',
          'Choose the competency and the level, the last day, and write the reason.',
          'To shorten an exemption, or to end it today: {exemptions.end}.',
        ),
        paragraph('Every act stands in the audit trail of the company, with its author.'),
      ],
    },
  ],
  nextSteps: [
    '[See the exemptions of the company](page:exemptions)',
    '[Follow the competencies](page:competencies)',
  ],
};
