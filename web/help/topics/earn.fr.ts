import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const earnFr: HelpTopic = {
  title: 'Acquérir des compétences',
  summary: 'Des objectifs de performances et de qualifications, des personnes reliées, des données à jour.',
  keywords: [
    'objectifs',
    'employés',
    'utilisateurs',
    'importer',
    'PMC',
    'MCID',
    'Université des partenaires',
    'transcription',
    'relevé',
  ],
  appliesTo: 'Espace partenaires, programme de compétences',
  sections: [
    {
      anchor: 'goals',
      title: 'Deux sortes d’objectifs',
      blocks: [
        list(
          '{competency.basis.performance} : revenus, utilisation active, sièges déployés, nouveaux clients.',
          '{competency.basis.skills} : examens et certifications Microsoft, évaluations en ligne de l’Université partenaire.',
        ),
        paragraph(
          'Plusieurs compétences proposent plusieurs options : une seule suffit. Voir [{nav.requirements}](page:requirements).',
        ),
      ],
    },
    {
      anchor: 'people',
      title: 'Faire entrer vos collègues',
      blocks: [
        paragraph(
          'Une qualification compte quand la personne a un compte d’utilisateur dans l’entreprise et qu’elle y a associé le compte d’apprentissage qui la porte. La page [{nav.users}](page:users) montre où en est chacun.',
        ),
        paragraph(
          'Une personne n’est associée qu’à une entreprise à la fois. Si elle s’associe ailleurs, elle cesse de compter ici à cet instant. Quand quelqu’un part, il cesse de compter dès la date de départ ; son historique reste.',
        ),
      ],
    },
    {
      anchor: 'import',
      title: 'Importer des fichiers',
      blocks: [
        steps(
          'Ouvrez [{nav.imports}](page:imports) et déposez un fichier : utilisateurs, qualifications, export Insights, transcription Microsoft Learn ou indicateurs de performances.',
          'Vérifiez ce qui a été reconnu : le type de fichier, les colonnes, les dates.',
          'Lisez les problèmes, ligne par ligne, et l’effet sur vos niveaux. Rien n’est encore enregistré.',
          'Appliquez, puis choisissez {import.log}.',
        ),
        note(
          'Un fichier envoyé deux fois reste sans effet la seconde fois. Une ligne rejetée n’empêche pas les autres.',
        ),
        paragraph(
          'Une date comme 03/04/2018 peut se lire de deux façons : indiquez l’ordre du jour et du mois, il n’est jamais deviné.',
        ),
      ],
    },
    {
      anchor: 'sources',
      title: 'Sources reconnues',
      blocks: [
        paragraph(
          'Deux sources comptent pour les compétences : Microsoft Learning et l’Université partenaire. Les enregistrements d’autres sources (OpenedX, par exemple) sont gardés et montrés à leur titulaire, mais ne comptent pas.',
        ),
      ],
    },
    {
      anchor: 'own-skills',
      title: 'Voir vos propres qualifications',
      blocks: [
        paragraph(
          'Ouvrez [{nav.profile}](page:profile), en haut à droite. Vous y voyez vos comptes associés, chaque qualification, ce pour quoi elle compte, et sinon pourquoi.',
        ),
      ],
    },
    {
      anchor: 'email',
      title: 'Une autre adresse e-mail',
      blocks: [
        paragraph(
          'Le compte d’apprentissage peut avoir une autre adresse que votre compte professionnel. Les deux sont alors affichées : la différence n’empêche rien, mais elle vous évite de chercher une qualification au mauvais endroit.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir {nav.profile}](page:profile)',
    '[Importer un fichier](page:imports)',
    '[Suivre vos compétences](competencies)',
  ],
};
