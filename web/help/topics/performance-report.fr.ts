import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const performanceReportFr: HelpTopic = {
  title: 'Utiliser le rapport sur les performances des compétences',
  summary:
    'Où en est chaque niveau, et chaque métrique et exigence, qualifications comprises, face à ce que demandent Silver et Gold.',
  keywords: [
    'métrique',
    'seuil',
    '12 mois glissants',
    'année d’anniversaire',
    'apport',
    'contribution',
    'graphique',
  ],
  appliesTo: 'Espace partenaires, programme des compétences',
  sections: [
    {
      anchor: 'read',
      title: 'Lire le rapport',
      blocks: [
        steps(
          'Dans le menu de gauche, ouvrez {nav.mpn}, puis {nav.competencies}.',
          'En haut à droite, choisissez {competencies.performanceReport}.',
          'L’onglet {performance.tab} montre les niveaux et ce qui les porte ; l’onglet {report.tab} est le [rapport des qualifications](skills-report#view).',
        ),
        paragraph(
          'Les cartes du haut comptent les niveaux par état, avec leurs compétences. Le sens des états est donné dans [les états d’un niveau](maintain-membership#states).',
        ),
        paragraph(
          'En dessous, chaque métrique et chaque exigence de chaque option figure une fois, avec ce que demande chaque niveau : des personnes qui doivent détenir quelque chose comme des chiffres de revenus, d’utilisation active, de sièges déployés ou de nouveaux clients.',
        ),
        list(
          '{performance.have} : ce qu’il y a à la date de la page, tel que la règle le mesure.',
          'Chaque niveau : ce qu’il demande, si c’est rempli, et combien il manque.',
          'Cherchez, choisissez une compétence ou une nature, ou ne gardez que ce qui est {performance.open}. L’adresse garde ce choix.',
        ),
      ],
    },
    {
      anchor: 'windows',
      title: 'Les deux vues',
      blocks: [
        list(
          '{performance.view.trailing} : ce qu’ont apporté les douze mois complets qui précèdent le mois de la page.',
          '{performance.view.anniversary} : ce qui a été apporté depuis le mois où l’année de l’adhésion a commencé.',
        ),
        paragraph(
          'Pour des chiffres, l’apport est leur somme ; pour des personnes, c’est le nombre de personnes en plus ou en moins qui remplissent l’exigence, jusqu’à la date même.',
        ),
        note(
          'Un mois sans chiffre n’est pas un mois à zéro : il reste inconnu tant que son chiffre n’est pas importé, voir [les imports](page:imports).',
        ),
      ],
    },
    {
      anchor: 'behind',
      title: 'Ce qu’il y a derrière un nombre',
      blocks: [
        paragraph(
          'Choisissez un nombre pour voir ses mois en graphique, avec les seuils des niveaux, et en dessous les personnes avec les qualifications par lesquelles elles comptent, ou les chiffres déclarés.',
        ),
        list(
          'Les seuils des chiffres sont ceux des règles de chaque mois. Les personnes sont comptées, pour tous les mois, d’après l’exigence à la date de la page.',
          'Pointez un mois, ou atteignez le graphique avec Tab et avancez avec les flèches, pour lire ses nombres ; chacun mène à ses lignes.',
          '{chart.asTable} donne les mêmes nombres en tableau, et {chart.copy} les emporte. Une page imprimée porte les deux.',
        ),
      ],
    },
    {
      anchor: 'dates',
      title: 'À une autre date',
      blocks: [
        paragraph(
          'Avec le bouton {asOf.today}, tout le rapport est celui d’un autre jour. Le nombre de personnes à la fin d’un mois est celui que montre le rapport de ce jour-là.',
        ),
      ],
    },
    {
      anchor: 'download',
      title: 'Télécharger',
      blocks: [
        paragraph(
          '{performance.download} donne les lignes affichées, {performance.download.months} leurs mois, pour Excel ou en texte. La deuxième feuille dit de quelle entreprise, de quelle date et de quelle version du catalogue il s’agit.',
        ),
      ],
    },
    {
      anchor: 'history',
      title: 'Historique',
      blocks: [
        paragraph(
          'Le tableau {lifecycle.history} donne chaque changement d’un niveau avec son jour et sa cause, le plus récent en premier.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir le rapport](page:performance-report)',
    '[Voir ce qui est à risque](page:risk)',
    '[Voir ce qui a changé](page:changes)',
  ],
};
