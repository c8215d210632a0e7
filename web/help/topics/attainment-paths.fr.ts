import { generated, type HelpTopic, list, paragraph } from '../help-topic.ts';

export const attainmentPathsFr: HelpTopic = {
  title: 'Compétences requises : options et niveaux',
  summary: 'Toutes les compétences, leurs options (parcours) et ce que demandent les niveaux Silver et Gold.',
  keywords: ['parcours', 'option', 'Argent', 'Or', 'exigences', 'conditions', 'compétences requises'],
  appliesTo: 'Espace partenaires, programme de compétences',
  sections: [
    {
      anchor: 'read',
      title: 'Lire une exigence',
      blocks: [
        list(
          '« 2 personnes » signifie deux personnes différentes.',
          '« Parmi ces mêmes personnes, 1 aussi » : l’une d’elles remplit encore la condition qui suit.',
          'Quand plusieurs domaines sont proposés, chaque personne peut remplir le sien.',
          'Un objectif de performance porte sur les douze mois civils complets qui précèdent ; un seuil peut dépendre du marché.',
        ),
        paragraph('Chaque règle indique sa source et la date depuis laquelle elle est en vigueur.'),
      ],
    },
    { anchor: 'paths', title: 'Toutes les compétences', blocks: [generated('attainment-paths')] },
  ],
  nextSteps: [
    '[Ouvrir la page {nav.requirements}](page:requirements)',
    '[Suivre vos compétences](competencies)',
  ],
};
