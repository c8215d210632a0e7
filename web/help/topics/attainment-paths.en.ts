import { generated, type HelpTopic, list, paragraph } from '../help-topic.ts';

export const attainmentPathsEn: HelpTopic = {
  title: 'Competency requirements: options and levels',
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
          '“Among the same people, 1 also”: one of them meets the next condition as well.',
          'Where several focus areas are offered, each person may meet a different one.',
          'A performance goal covers the twelve complete calendar months before; a threshold may depend on the market.',
        ),
        paragraph('Each rule tells its source and since when it is in force.'),
      ],
    },
    { anchor: 'paths', title: 'All competencies', blocks: [generated('attainment-paths')] },
  ],
  nextSteps: [
    '[Open the page {nav.requirements}](page:requirements)',
    '[Follow your competencies](competencies)',
  ],
};
