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
          '« dont 1 » : une des mêmes personnes remplit aussi la seconde condition.',
          '« d’autres personnes » : elles ne peuvent pas déjà occuper un siège de l’autre groupe. « éventuellement les mêmes » : elles le peuvent.',
          'Un **domaine** (focus) se choisit par personne : chacune peut prendre le sien.',
          'Un chiffre porte sur les douze mois civils complets qui précèdent ; un seuil peut dépendre du marché.',
        ),
        paragraph('Chaque règle indique sa source et la date depuis laquelle elle est en vigueur.'),
      ],
    },
    { anchor: 'paths', title: 'Toutes les compétences', blocks: [generated('attainment-paths')] },
  ],
  nextSteps: [
    '[Ouvrir la page Compétences requises](page:requirements)',
    '[Suivre vos compétences](competencies)',
  ],
};
