import { generated, type HelpTopic, paragraph } from '../help-topic.ts';

export const glossaryEn: HelpTopic = {
  title: 'Glossary',
  summary: 'One word per thing, the same on screen, in files and in the help.',
  keywords: ['definition', 'vocabulary', 'MCP', 'MCID', 'MAPS', 'path'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'terms',
      title: 'Terms',
      blocks: [
        paragraph(
          'Two words are easily confused: a **skill** belongs to a person, a **competency** to a company.',
        ),
        generated('glossary'),
      ],
    },
  ],
  nextSteps: ['[Follow your competencies](competencies)', '[Use the skills report](skills-report)'],
};
