import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const troubleshootingFr: HelpTopic = {
  title: 'Résoudre les problèmes de qualifications',
  summary:
    'Une personne sans qualifications, un rapport vide, une association sans effet : ce qui est vérifié, qui peut y remédier, quand s’adresser à l’assistance.',
  keywords: [
    'diagnostic',
    'dépannage',
    'manque',
    'erreur',
    'rapport vide',
    'fusion',
    'MCP',
    'délai',
    '72 heures',
  ],
  appliesTo: 'Toute personne dont une qualification manque, et les administrateurs',
  sections: [
    {
      anchor: 'diagnosis',
      title: 'Commencer par le diagnostic',
      blocks: [
        paragraph(
          'Le [{diagnosis.title}](page:diagnosis) vérifie en une fois toutes les causes connues. Chaque ligne dit ce qui a été trouvé, qui peut y remédier, et mène à la page où cela se fait. Ce qui est en ordre y figure aussi.',
        ),
        steps(
          'Pour vous-même, ouvrez-le depuis [{nav.profile}](page:profile). Un administrateur l’ouvre depuis la fiche d’une personne dans [{nav.users}](page:users), ou depuis une ligne du rapport qui ne compte pas.',
          'S’il manque une qualification précise, donnez son code ou son intitulé, et le jour où elle a été obtenue.',
          'Résolvez ce qui est marqué {diagnosis.state.found}. Ce qui est marqué {diagnosis.state.waiting} n’est qu’une question de temps.',
        ),
        note(
          'Qui n’a pas accès au rapport des qualifications ne voit pas ce qui est dit des qualifications d’une autre personne : ces lignes sont marquées {diagnosis.state.hidden}.',
        ),
      ],
    },
    {
      anchor: 'no-skills-of-user',
      title: 'Pourquoi les qualifications d’une personne n’apparaissent-elles pas ?',
      blocks: [
        paragraph('Le rapport ne montre rien d’une personne dans l’un de ces cas :'),
        list(
          'Elle n’a pas encore de qualification que demande une compétence. Les autres ne figurent que dans [{nav.profile}](page:profile).',
          'Elle n’a pas associé son compte d’apprentissage, ou l’a associé à une autre entreprise.',
          'Ses qualifications sont sur un second compte, qui n’est pas celui que montre la colonne {report.column.mcid}.',
        ),
        paragraph(
          'Dans ce dernier cas, les deux comptes doivent être fusionnés : celui de la transcription dans celui que montre le rapport. La personne n’a rien à réassocier. Le diagnostic nomme les deux comptes et qui s’occupe de la fusion ; le résultat peut demander un jour.',
        ),
        paragraph(
          'Quand le compte associé a lui-même été fusionné dans un autre, la personne met fin à son association dans [{nav.profile}](page:profile) et associe celui qui subsiste.',
        ),
      ],
    },
    {
      anchor: 'no-skills-data',
      title: 'Pourquoi le téléchargement du rapport est-il refusé ?',
      blocks: [
        paragraph(
          'Quand personne n’a de qualifications, il n’y a pas de fichier à faire : {download.empty} Deux causes sont fréquentes.',
        ),
        list(
          'L’entreprise a été créée ici, et personne n’a encore associé de compte d’apprentissage.',
          'L’entreprise vient de PMC, et personne n’y avait associé son compte avant le passage.',
        ),
        paragraph(
          'Le diagnostic de l’entreprise dit laquelle s’applique, qui n’a rien associé, et si une source a encore le temps de transmettre. Demandez ensuite aux personnes d’[associer leur compte](link-learning-account).',
        ),
      ],
    },
    {
      anchor: 'associated-not-seen',
      title: 'Une personne a associé son compte, mais je ne vois rien dans le rapport',
      blocks: [
        steps(
          'Vérifiez que l’association est faite ici : PMC seul ne suffit que [pendant un temps](pmc-users#window).',
          'Vérifiez qu’une compétence demande la qualification : elle est nommée dans les [{nav.requirements}](page:requirements).',
          'Attendez le délai de la source, souvent trois jours après l’association ou l’examen. Le diagnostic donne la date et l’heure.',
          'Après ce délai, [ouvrez un dossier](support-cases) : le diagnostic y mène, et ce n’est pas possible avant.',
        ),
        paragraph('Ayez sous la main ce qu’elle demandera :'),
        list(
          'le rapport des utilisateurs : {usersReport.export} dans [{nav.users}](page:users-report) ; ou le profil de la personne : {profile.send} dans [{nav.profile}](page:profile) ;',
          'le [{nav.skillsReport}](page:skills-report) du jour ;',
          'la preuve de réussite : la transcription officielle ou le certificat de fin de cours.',
        ),
        note(
          'Seules les sources que le programme reconnaît comptent. Un certificat d’une autre source reste visible pour la personne et ne compte jamais.',
        ),
      ],
    },
    {
      anchor: 'delays',
      title: 'Combien de temps attendre',
      blocks: [
        paragraph(
          'Chaque source a son délai pour une nouvelle association, une nouvelle qualification et une fusion. L’opérateur du programme le fixe dans [{sourceDelays.title}](page:source-delays) ; le diagnostic en tire une date et une heure.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir le diagnostic](page:diagnosis)',
    '[Associer un compte d’apprentissage](link-learning-account)',
    '[Comprendre les motifs du rapport](skills-report#reasons)',
  ],
};
