import { generated, type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const skillsReportFr: HelpTopic = {
  title: 'Utiliser le rapport des qualifications',
  summary:
    'Qui a obtenu quels examens, certifications et évaluations, ce qui compte aujourd’hui, et pourquoi le reste ne compte pas.',
  keywords: [
    'aptitude',
    'MCP',
    'MCID',
    'télécharger',
    'feuille de calcul',
    'PMC',
    'motif',
    'retirée',
    'expirée',
  ],
  appliesTo: 'Espace partenaires, programme de compétences',
  sections: [
    {
      anchor: 'prerequisites',
      title: 'Avant de commencer',
      blocks: [
        paragraph(
          'Quatre conditions sont à remplir. Le rapport les vérifie et indique la suite à donner à chacune.',
        ),
        list(
          '{report.prerequisite.enrolled}.',
          '{report.prerequisite.role}. Si ce n’est pas le cas, la page nomme le rôle et les personnes qui l’ont : adressez-vous à elles. Voir [Rôles et autorisations](roles#who-may).',
          '{report.prerequisite.people}.',
          '{report.prerequisite.associations} (Microsoft Learning ou Université partenaire). Seule la personne concernée peut le faire.',
        ),
      ],
    },
    {
      anchor: 'view',
      title: 'Consulter le rapport à l’écran',
      blocks: [
        steps(
          'Dans le menu de gauche, ouvrez {nav.mpn}, puis {nav.competencies}.',
          'En haut à droite, choisissez {competencies.performanceReport}.',
          'En haut à gauche, choisissez l’onglet {report.tab}.',
        ),
        paragraph(
          'Chaque ligne porte une personne et une qualification. Recherchez, filtrez, triez, choisissez les colonnes : l’adresse de la page garde l’ensemble, vous pouvez l’envoyer à un collègue qui a le même rôle.',
        ),
        paragraph(
          'Choisissez une ligne pour voir le parcours de la qualification ({way.achieved}, {way.received}, {way.associated}, {way.counted}), avec la date de chaque étape.',
        ),
      ],
    },
    {
      anchor: 'dates',
      title: 'Lire le rapport à une autre date',
      blocks: [
        paragraph(
          'Le bouton {asOf.today}, en haut de la page, permet de choisir une autre date. Elle vaut pour tout l’écran. Une date passée montre ce qui comptait ce jour-là ; une date à venir montre ce qui comptera encore, d’après les expirations et les retraits déjà connus. Un bandeau rappelle que vous ne regardez pas aujourd’hui.',
        ),
        paragraph(
          'Avec {asOf.known}, vous retrouvez une réponse telle qu’elle était à l’époque, sans ce qui a été enregistré depuis : ni les qualifications, ni les chiffres transmis ou corrigés plus tard.',
        ),
      ],
    },
    {
      anchor: 'matrix',
      title: 'Personnes et qualifications côte à côte',
      blocks: [
        paragraph(
          'La page [{matrix.title}](page:skills-matrix) montre une compétence : une ligne par personne, une colonne par qualification demandée. Chaque case dit, en mots et en couleur, si la qualification compte, jusqu’à quand si c’est à moins d’un an, ou qu’elle ne compte pas. Pointez une case, ou atteignez-la avec les flèches, et la phrase du dessous dit pourquoi ; ouvrez-la pour tout le parcours de l’enregistrement.',
        ),
        paragraph(
          'Sous chaque nom figure ce que la personne est pour la compétence : qui tient une place, qui est de réserve et pourrait prendre la relève, qui est déjà compté ailleurs. Les nombres au-dessus de la matrice la filtrent, et celui de chaque colonne mène aux mêmes lignes du rapport des qualifications. Filtrez par site ou par équipe, imprimez-la ou téléchargez-la telle que vous la voyez.',
        ),
      ],
    },
    {
      anchor: 'training',
      title: 'Les formations',
      blocks: [
        paragraph(
          'La page [{training.title}](page:training) compte, sur trois, six ou douze mois ou sur d’autres mois, combien de personnes ont obtenu des certifications, réussi des examens et des évaluations, et combien il y en a eu chaque mois. Chaque nombre mène à ses personnes ou à ses réussites, et le graphique se lit et se copie en tableau, ou se télécharge. Tout ce que signale une source reconnue est compté, que cela compte ou non pour une compétence.',
        ),
        paragraph(
          'Un lecteur de rapports voit les mêmes chiffres et, à la place de chaque nom, un identifiant qui ne change pas.',
        ),
      ],
    },
    {
      anchor: 'changes',
      title: 'Ce qui a changé',
      blocks: [
        paragraph(
          'La page [{changes.title}](page:changes) compare ce qui était connu à la fin d’un jour avec la situation d’aujourd’hui, ou de la date choisie en haut de la page : quels niveaux ont été gagnés ou perdus, quelles options se sont rapprochées, quelles qualifications comptent en plus ou en moins, et pourquoi.',
        ),
        paragraph(
          'Une qualification obtenue il y a longtemps et reçue hier est un changement d’hier : c’est ce qui était connu qui est comparé. Choisissez le jour à gauche, ou l’un des raccourcis.',
        ),
        paragraph(
          'Sous [{dataSets.tab.scheduled}](page:scheduled-reports), vous pouvez le recevoir chaque semaine : il dit alors tout ce qui a changé depuis le précédent.',
        ),
      ],
    },
    {
      anchor: 'download',
      title: 'Télécharger le rapport',
      blocks: [
        paragraph(
          'Sur la page des compétences comme sur celle du rapport, choisissez {competencies.download}, puis XLSX, CSV ou TSV. Depuis le rapport, le fichier contient exactement les lignes affichées, avec vos filtres. Il est écrit dans votre langue. En XLSX, une feuille « À propos » indique la date, la version des règles et l’auteur du téléchargement.',
        ),
        note(
          'Le fichier contient des données personnelles. Son téléchargement est inscrit au journal d’audit.',
        ),
      ],
    },
    {
      anchor: 'columns',
      title: 'Les colonnes',
      blocks: [generated('report-columns')],
    },
    {
      anchor: 'reasons',
      title: 'Pourquoi une qualification ne compte pas',
      blocks: [
        paragraph(
          'Quand la colonne {report.column.countsNow} indique {common.no}, la colonne {report.column.reason} dit pourquoi. Seul le premier motif qui s’applique est donné.',
        ),
        generated('reasons'),
      ],
    },
    {
      anchor: 'delays',
      title: 'Délais',
      blocks: [
        paragraph(
          'Dès qu’un enregistrement arrive ici, il est dans le rapport en moins d’une seconde. La source, elle, peut attendre de 24 à 72 heures avant de l’envoyer : c’est ce délai que vous observez après un examen ou une première association.',
        ),
      ],
    },
    {
      anchor: 'retired',
      title: 'Qualifications retirées',
      blocks: [
        paragraph('Deux durées différentes s’appliquent, toutes deux de douze mois après le retrait :'),
        list(
          'la qualification **compte** encore si elle a été obtenue avant le retrait ;',
          'elle reste **visible** dans le rapport, même si elle ne compte plus.',
        ),
      ],
    },
    {
      anchor: 'pmc',
      title: 'Utilisateurs de PMC',
      blocks: [
        paragraph(
          'Si votre entreprise vient de PMC, les associations faites là-bas comptent pendant six mois après le déplacement. Dans les filtres, choisissez {report.filter.pmc} : {common.yes} et {report.filter.partnerCenter} : {common.no}. Ce sont les personnes à relancer d’abord.',
        ),
      ],
    },
    {
      anchor: 'technical-users',
      title: 'Utilisateurs techniques',
      blocks: [
        paragraph(
          'Sur la page [{nav.users}](page:users), activez {users.column.technical} pour les personnes dont vous attendez des qualifications. Le rapport indique combien d’entre elles y figurent et nomme celles qui manquent, avec la cause.',
        ),
      ],
    },
    {
      anchor: 'empty',
      title: 'Le rapport est vide',
      blocks: [
        paragraph(
          'Aucune personne n’a de qualification visible. Le plus souvent, l’entreprise a été créée ici sans passer par PMC, ou personne n’avait associé son compte avant le déplacement. Demandez à chacun d’associer son compte d’apprentissage, ou [importez](page:imports) un premier fichier.',
        ),
      ],
    },
    {
      anchor: 'check',
      title: 'Faire vérifier les listes',
      blocks: [
        paragraph(
          'Choisissez {listCheck.ask} dans une ligne, ou au-dessus du tableau pour toutes les personnes que montrent les filtres. Chacune reçoit un e-mail dans sa langue, au plus un par mois.',
        ),
        paragraph(
          'Sur [{nav.profile}](page:profile), la personne dit de chaque qualification si elle est exacte. La ligne du rapport montre sa réponse et le jour. Une qualification contestée continue de compter tant que sa source ne l’a pas corrigée.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir le rapport](page:skills-report)',
    '[Lire ce qu’exige chaque compétence](attainment-paths)',
    '[Voir qui détient quel rôle](page:roles)',
  ],
};
