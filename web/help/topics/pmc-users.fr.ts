import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const pmcUsersFr: HelpTopic = {
  title: 'Utilisateurs venus de PMC',
  summary: 'Ce que deviennent les associations faites dans PMC, jusqu’à quand elles comptent, qui relancer.',
  keywords: ['PMC', 'passage', 'six mois', 'relance', 'réassocier', 'Partner Membership Center'],
  appliesTo: 'Entreprises venues de PMC',
  sections: [
    {
      anchor: 'window',
      title: 'Six mois après le passage',
      blocks: [
        paragraph(
          'Une association faite dans PMC compte encore pendant six mois de calendrier après le passage de l’entreprise à l’Espace partenaires, puis ne compte plus. Une association faite dans l’Espace partenaires n’a pas de fin.',
        ),
        paragraph(
          'Le [{nav.skillsReport}](page:skills-report) a une colonne pour chacune : {report.column.associatedInPmc} et {report.column.associatedInPartnerCenter}. Quand des lignes ne comptent que par PMC, une bannière dit combien de personnes, jusqu’à quel jour et quels niveaux sont perdus si personne n’agit.',
        ),
        note(
          'Seule la personne peut associer son compte : un administrateur ne peut pas le faire pour elle.',
        ),
      ],
    },
    {
      anchor: 'own-account',
      title: 'Si c’est votre compte',
      blocks: [
        paragraph(
          'Une carte de [{nav.profile}](page:profile) dit {learning.onlyPmc} : [associez le même compte ici](page:associate). Cela prend deux minutes, vos qualifications ne changent pas, et elles continuent de compter après le délai.',
        ),
      ],
    },
    {
      anchor: 'chase',
      title: 'Qui relancer',
      blocks: [
        paragraph(
          'La [{nav.chaseList}](page:chase-list) montre qui est associé dans PMC et pas dans l’Espace partenaires. Viennent d’abord les personnes qui détiennent une qualification pertinente valide, rangées par ce qui est perdu sans elles : les niveaux, puis les qualifications.',
        ),
        list(
          'Un niveau est perdu avec une personne quand il ne tient plus sans elle, même si toutes les autres s’associent.',
          'Les autres personnes forment un second groupe : rien n’est perdu, mais leurs prochaines qualifications ne compteraient pas.',
          'La liste se télécharge en XLSX, CSV ou TSV.',
        ),
      ],
    },
    {
      anchor: 'remind',
      title: 'Demander d’associer',
      blocks: [
        steps(
          'Choisissez {remind.ask} dans la liste, pour une personne ou pour toutes celles que la liste montre.',
          'Chaque personne reçoit un e-mail dans sa langue avec un lien pour associer son compte, au plus un par mois.',
          'La réponse dit ce qu’il en est pour chacune, et quand la prochaine demande est possible.',
        ),
        paragraph(
          'Le rapport des qualifications propose la même demande pour les utilisateurs techniques qui n’ont rien associé.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associer mon compte](page:associate)',
    '[Ouvrir la liste de relance](page:chase-list)',
    '[Lire le rapport](page:skills-report)',
  ],
};
