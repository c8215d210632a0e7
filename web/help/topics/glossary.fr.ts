import { generated, type HelpTopic, paragraph } from '../help-topic.ts';

export const glossaryFr: HelpTopic = {
  title: 'Glossaire',
  summary: 'Un mot par chose, le même à l’écran, dans les fichiers et dans l’aide.',
  keywords: ['définition', 'vocabulaire', 'aptitude', 'MCP', 'MCID', 'MAPS', 'Argent', 'Or', 'parcours'],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'terms',
      title: 'Termes',
      blocks: [
        paragraph(
          'Deux mots se confondent facilement : une **qualification** appartient à une personne, une **compétence** à une entreprise.',
        ),
        generated('glossary'),
      ],
    },
  ],
  nextSteps: [
    '[Suivre vos compétences](competencies)',
    '[Utiliser le rapport des qualifications](skills-report)',
  ],
};
