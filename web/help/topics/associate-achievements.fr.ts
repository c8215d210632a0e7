import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const associateAchievementsFr: HelpTopic = {
  title: 'Faire compter mes qualifications',
  summary: 'Ce qu’il faut pour qu’un examen, une certification ou une évaluation compte pour l’entreprise.',
  keywords: ['associer', 'MCID', 'MCP', 'compte d’apprentissage', 'rien ne compte'],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'in-short',
      title: 'En trois gestes',
      blocks: [
        steps(
          'Ouvrez [{associate.title}](page:associate) et connectez-vous avec le compte par lequel vous passez vos examens et formations.',
          'Vérifiez ce qui a été trouvé, puis choisissez {associate.confirm.yes}.',
          'Revenez dans [{nav.profile}](page:profile) : chaque qualification y dit pour quoi elle compte, ou pourquoi elle ne compte pas.',
        ),
      ],
    },
    {
      anchor: 'why',
      title: 'Pourquoi associer',
      blocks: [
        paragraph(
          'Une qualification appartient au compte d’apprentissage avec lequel vous l’avez obtenue. L’entreprise ne la voit et elle ne compte qu’à partir du moment où vous avez associé ce compte à votre profil.',
        ),
      ],
    },
    {
      anchor: 'two-accounts',
      title: 'Deux cartes dans Mon profil',
      blocks: [
        list(
          '{learning.exams} : le compte {learning.exams.account}, reconnu par son {learning.mcid}.',
          '{learning.training} : le compte {learning.training.account}.',
        ),
        paragraph(
          'Les deux peuvent être un seul et même compte. L’un ou l’autre peut avoir une adresse différente de votre e-mail professionnel.',
        ),
      ],
    },
    {
      anchor: 'delay',
      title: 'Combien de temps',
      blocks: [
        paragraph(
          'Ce que Jalon connaît déjà compte dans la seconde. Le fournisseur peut mettre jusqu’à 72 heures à transmettre une nouvelle qualification ; la carte le rappelle.',
        ),
      ],
    },
    {
      anchor: 'nothing-counts',
      title: 'Toujours rien',
      blocks: [
        list(
          'La qualification n’est pas dans [{nav.profile}](page:profile) : elle est peut-être sur un autre compte. Comparez le {learning.mcid} de votre transcription à celui de la carte, ou attendez que le délai de 72 heures soit passé.',
          'Elle y est et ne compte pas : le motif est écrit dessous. Chaque motif est expliqué, avec ce qu’il faut faire, sous [les motifs](skills-report#reasons).',
          'Elle y est et compte pour une autre entreprise : lisez [Une seule entreprise à la fois](one-company).',
          'Elle vient d’ailleurs que de Microsoft Learning ou de l’Université partenaire : elle est conservée et ne compte pas.',
        ),
      ],
    },
    {
      anchor: 'colleagues',
      title: 'Pour les administrateurs : faire associer vos collègues',
      blocks: [
        steps(
          'Ajoutez-les : [une personne](page:add-user), ou [toutes celles d’un fichier](page:add-users).',
          'Demandez-leur d’associer leur compte : avec {remind.ask}, dans le rapport des qualifications ou la liste de relance, chacun reçoit un lien. Personne ne peut le faire à leur place.',
          'Suivez qui l’a fait dans le [{usersReport.title}](page:users-report), et ce qui compte dans le [{nav.skillsReport}](page:skills-report).',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associer un compte pas à pas](link-learning-account#steps)',
    '[Ouvrir {nav.profile}](page:profile)',
  ],
};
