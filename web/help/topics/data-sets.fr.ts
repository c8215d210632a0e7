import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const dataSetsFr: HelpTopic = {
  title: 'Ensembles de données, Excel et rapports réguliers',
  summary:
    'Les lignes derrière les rapports : en fichiers, dans les tableurs et les outils de rapport, et établies pour vous régulièrement.',
  keywords: ['OData', 'Power BI', 'CSV', 'TSV', 'export', 'jeton', 'planifier', 'Insights', 'jeu de données'],
  appliesTo: 'Espace partenaires, programme de compétences',
  sections: [
    {
      anchor: 'sets',
      title: 'Ce que contient chaque ensemble',
      blocks: [
        paragraph(
          'La page [{dataSets.title}](page:data-sets) montre les premières lignes et explique chaque colonne. Les noms des colonnes sont ceux que l’éditeur a publiés.',
        ),
        list(
          '**TrainingCompletions** : une ligne par examen, certification ou évaluation achevé, que cela compte ou non. Son téléchargement contient aussi les noms et les e-mails, pour les rôles qui peuvent les voir, et peut être importé de nouveau : rien ne change.',
          '**CompetencySummaryHistory** : depuis quand et jusqu’à quand chaque niveau est resté dans un même état.',
          '**CompetencyPeformanceRequirement** : les indicateurs déclarés par mois, leurs sommes, et les seuils des règles en vigueur ce mois-là. Les conditions sur les personnes n’y ont pas de colonne : voyez le [rapport des qualifications](skills-report).',
        ),
        paragraph(
          'La date en haut de la page vaut ici aussi : les fichiers et les programmes peuvent demander n’importe quel jour, et ce qui était connu alors.',
        ),
        note('Un téléchargement et une lecture par un programme sont inscrits au journal d’audit.'),
      ],
    },
    {
      anchor: 'feed',
      title: 'Lire dans Excel ou Power BI',
      blocks: [
        steps(
          'Ouvrez [{dataSets.tab.feed}](page:data-feed) et choisissez {reportTokens.make}. Copiez le jeton : il n’est affiché qu’une fois.',
          'Dans Excel ou Power BI, ouvrez un flux OData avec l’adresse de la page.',
          'Choisissez l’authentification de base : un nom d’utilisateur quelconque, et le jeton comme mot de passe.',
        ),
        paragraph(
          'Le programme lit ce que vous pouvez voir, au moment où il lit. Les filtres, le tri et les colonnes que vous y choisissez sont appliqués ici : peu de données sont envoyées.',
        ),
      ],
    },
    {
      anchor: 'tokens',
      title: 'Les jetons de rapport',
      blocks: [
        paragraph(
          'Un jeton est à vous, il a un nom et une fin, et ne fait que lire. Révoquez-le sur la même page quand un programme ou un ordinateur change de mains. Il prend fin aussitôt quand vous partez ou perdez le rôle.',
        ),
      ],
    },
    {
      anchor: 'regular',
      title: 'Recevoir un rapport régulièrement',
      blocks: [
        steps(
          'Ouvrez [{dataSets.tab.scheduled}](page:scheduled-reports).',
          'Choisissez le rapport, la fréquence et la manière, puis {scheduled.add}. Le premier est établi en moins d’une minute.',
        ),
        paragraph(
          'Le fichier est gardé 14 jours. Un e-mail y mène ; il ne porte le fichier que si le programme le permet. Avec {scheduled.pull}, aucun e-mail n’est envoyé : un programme lit le dernier fichier avec un jeton de rapport.',
        ),
        paragraph(
          'Si un rapport ne peut pas être établi, vous en êtes averti. {scheduled.pause} et {scheduled.delete} sont à côté de chacun.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir les ensembles de données](page:data-sets)',
    '[Lire le rapport des qualifications](skills-report)',
    '[Savoir qui tient quel rôle](page:roles)',
  ],
};
