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
        paragraph('Trois lignes résument la situation :'),
        list(
          '{overview.hold} : les niveaux atteints aujourd’hui ;',
          '{overview.end} : ce qui sera perdu dans les douze mois d’après ce qui est déjà connu, le jour et la cause ;',
          '{overview.reach} : les niveaux auxquels il manque une ou deux personnes.',
        ),
        paragraph(
          'En dessous, {risk.title} indique pour chaque niveau le premier jour où il ne sera plus atteint et pourquoi, combien de départs il supporte quelles que soient les personnes, et les {risk.column.critical} : celles dont le départ à lui seul le ferait perdre.',
        ),
        paragraph('Chaque nombre mène aux lignes qui le composent.'),
      ],
    },
    {
      anchor: 'progress',
      title: 'La page Compétences',
      blocks: [
        paragraph(
          'Ouvrez {nav.mpn}, puis {nav.competencies}. Chaque compétence indique le niveau atteint et le niveau le plus proche. Le niveau Gold ne suppose pas le niveau Silver : certaines compétences demandent d’autres qualifications pour l’un que pour l’autre, et certaines n’ont que Gold.',
        ),
        paragraph(
          'En haut à droite se trouvent {competencies.performanceReport} et {competencies.download}. S’ils sont grisés, le motif et les personnes à contacter s’affichent.',
        ),
      ],
    },
    {
      anchor: 'one-competency',
      title: 'Une compétence en détail',
      blocks: [
        paragraph(
          'Une compétence s’obtient par l’une de ses options (les parcours). Chaque exigence porte l’une de ces mentions : {competency.basis.skills} (des personnes qualifiées) ou {competency.basis.performance} (revenus, utilisation active, sièges déployés, nouveaux clients).',
        ),
        list(
          'Une place tenue porte les initiales de la personne ; choisissez-la pour voir par quelles qualifications.',
          'Une place en pointillé est encore à pourvoir ; choisissez-la pour voir qui en est le plus proche, et ce qui lui manque.',
          'Une personne estompée remplit la condition sans être nécessaire : elle est en réserve.',
        ),
      ],
    },
    {
      anchor: 'people-once',
      title: 'Une personne ne compte qu’une fois',
      blocks: [
        paragraph(
          'Dans une exigence, chaque place revient à une personne différente, même si elle détient plusieurs qualifications ou plusieurs comptes. Quand deux groupes d’une option demandent des personnes différentes, l’affectation retenue est toujours la plus favorable à l’entreprise.',
        ),
      ],
    },
    {
      anchor: 'undetermined',
      title: 'À déterminer',
      blocks: [
        paragraph(
          'Un chiffre jamais reçu n’est pas un zéro. Tant qu’il manque et qu’il pourrait changer la réponse, celle-ci reste {competency.outcome.undetermined} et indique ce qui manque.',
        ),
      ],
    },
    {
      anchor: 'period',
      title: 'Période documentée',
      blocks: [
        note(
          'Les règles livrées viennent de pages publiques valables jusqu’en mars 2019. Pour une date ultérieure, elles s’appliquent telles quelles et {competency.catalogue} le rappelle, au bas de chaque compétence.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir la page Compétences](page:competencies)',
    '[Lire ce qu’exige chaque compétence](attainment-paths)',
    '[Consulter le rapport des qualifications](skills-report#view)',
  ],
};
