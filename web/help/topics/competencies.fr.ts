import { type HelpTopic, list, note, paragraph } from '../help-topic.ts';

export const competenciesFr: HelpTopic = {
  title: 'Suivre vos compétences',
  summary: 'Ce que votre entreprise détient, ce qui est à portée et ce qui va prendre fin.',
  keywords: [
    'Argent',
    'Or',
    'Silver',
    'Gold',
    'MAPS',
    'Action Pack',
    'Partenariat',
    'niveau',
    'adhésion',
    'désignation',
    'score',
    'parcours',
  ],
  appliesTo: 'Espace partenaires, programmes de compétences et de désignations',
  sections: [
    {
      anchor: 'overview',
      title: 'La vue d’ensemble',
      blocks: [
        paragraph('Trois lignes résument la situation :'),
        list(
          '{overview.hold} : les niveaux atteints aujourd’hui ;',
          '{overview.end} : ce qui sera perdu dans les douze mois d’après ce qui est déjà connu, le jour et la cause ;',
          '{overview.reach} : les niveaux auxquels il manque une ou deux personnes, et ceux qu’un chiffre jamais reçu laisse ouverts.',
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
      anchor: 'programmes',
      title: 'Plusieurs programmes',
      blocks: [
        paragraph(
          'Une entreprise peut participer à plusieurs programmes. {programme.label}, sous le titre des pages, choisit celui dont elles parlent ; l’adresse de la page le garde, de sorte qu’un collègue voit la même chose. Sans autre programme, le choix n’apparaît pas.',
        ),
        paragraph(
          'Les exigences de chaque programme se lisent toujours, même sans y participer. Les données de l’entreprise, elles, ne sont évaluées que dans les programmes où un opérateur l’a inscrite.',
        ),
      ],
    },
    {
      anchor: 'scores',
      title: 'Un score et ses étapes',
      blocks: [
        paragraph(
          'Une désignation s’obtient par des points : chaque indicateur en rapporte selon un chiffre du dernier mois complet ou selon le nombre de personnes certifiées. La barre montre les points de chacun, le trait le seuil à atteindre, les hachures ce qui n’est pas encore connu.',
        ),
        list(
          'Une étape marquée {score.step.gate} doit réunir ses personnes avant que les suivantes rapportent des points.',
          'Chaque indicateur doit rapporter quelque chose : un seul à zéro suffit à manquer la désignation.',
          'Avec deux parcours, chacun a son onglet ; là où un seul est attribué, lui seul compte.',
          'Une désignation se qualifie dès qu’elle est remplie un jour du mois en cours ou des cinq mois précédents.',
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
