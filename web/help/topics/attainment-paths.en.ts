import { generated, type HelpTopic, list, paragraph } from '../help-topic.ts';

export const attainmentPathsEn: HelpTopic = {
  title: 'Requirements: options and levels',
  summary: 'All competencies, their options (attainment paths) and what Silver and Gold ask.',
  keywords: ['path', 'option', 'requirements', 'attainment'],
  appliesTo: 'Partner Center, competency programme',
  sections: [
    {
      anchor: 'read',
      title: 'Read a requirement',
      blocks: [
        list(
          '“2 people” means two different people.',
          '“of which 1”: one of the same people also meets the second condition.',
          '“other people”: they may not already fill a seat of the other group. “possibly the same”: they may.',
          'A **focus area** is chosen per person: each may take a different one.',
          'A figure covers the twelve complete calendar months before; a threshold may depend on the market.',
        ),
        paragraph('Each rule tells its source and since when it is in force.'),
      ],
    },
    { anchor: 'paths', title: 'All competencies', blocks: [generated('attainment-paths')] },
  ],
  nextSteps: ['[Open the Requirements page](page:requirements)', '[Follow your competencies](competencies)'],
};
