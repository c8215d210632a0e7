import { type HelpTopic, list, note, paragraph } from '../help-topic.ts';

export const competenciesFr: HelpTopic = {
  title: 'Suivre vos compétences',
  summary: 'Ce que votre entreprise détient, ce qui est à portée et ce qui va prendre fin.',
  keywords: ['Argent', 'Or', 'Silver', 'Gold', 'MAPS', 'Action Pack', 'Partenariat', 'niveau', 'adhésion'],
  appliesTo: 'Espace partenaires, programme de compétences',
  sections: [
    {
      anchor: 'overview',
      title: 'La vue d’ensemble',
      blocks: [
        paragraph('Trois lignes répondent à la semaine :'),
        list(
          '**Vous détenez** : les niveaux atteints aujourd’hui ;',
          '**Sur le point de prendre fin** : ce qui sera perdu dans les douze mois d’après ce qui est déjà connu, le jour et la cause ;',
          '**À portée** : les niveaux auxquels il manque une ou deux personnes.',
        ),
        paragraph('Chaque nombre mène aux lignes qui le composent.'),
      ],
    },
    {
      anchor: 'progress',
      title: 'La page Compétences',
      blocks: [
        paragraph(
          'Ouvrez **MPN**, puis **Compétences**. Chaque compétence indique le niveau atteint et le niveau le plus proche. Le niveau Gold ne suppose pas le niveau Silver : certaines compétences demandent d’autres qualifications pour l’un que pour l’autre, et certaines n’ont que Gold.',
        ),
        paragraph(
          'En haut à droite se trouvent **Rapport sur les performances des compétences** et **Télécharger le rapport des qualifications**. S’ils sont grisés, le motif et les personnes à contacter s’affichent.',
        ),
      ],
    },
    {
      anchor: 'one-competency',
      title: 'Une compétence en détail',
      blocks: [
        paragraph(
          'Une compétence s’obtient par l’une de ses options (les parcours). Chaque exigence est **basée sur les compétences** (des personnes qualifiées) ou **basée sur les performances** (chiffre d’affaires, utilisation active, sièges déployés, nouveaux clients).',
        ),
        list(
          'Un siège rempli porte les initiales de la personne ; choisissez-le pour voir par quelles qualifications.',
          'Un siège en pointillé manque encore.',
          'Une personne estompée remplit la condition sans être nécessaire : elle est en réserve.',
        ),
      ],
    },
    {
      anchor: 'people-once',
      title: 'Une personne ne compte qu’une fois',
      blocks: [
        paragraph(
          'Dans une exigence, chaque siège revient à une personne différente, même si elle détient plusieurs qualifications ou plusieurs comptes. Quand deux groupes d’une option demandent des personnes différentes, l’affectation retenue est toujours la plus favorable à l’entreprise.',
        ),
      ],
    },
    {
      anchor: 'undetermined',
      title: 'Indéterminé',
      blocks: [
        paragraph(
          'Un chiffre jamais reçu n’est pas un zéro. Tant qu’il manque et qu’il pourrait changer la réponse, celle-ci est **indéterminée** et indique ce qui manque.',
        ),
      ],
    },
    {
      anchor: 'period',
      title: 'Période documentée',
      blocks: [
        note(
          'Les règles livrées viennent de pages publiques valables jusqu’en mars 2019. Pour une date ultérieure, elles s’appliquent telles quelles et l’information du catalogue le rappelle.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir la page Compétences](page:competencies)',
    '[Voir ce qu’exige chaque compétence](attainment-paths)',
    '[Consulter le rapport des qualifications](skills-report#view)',
  ],
};
