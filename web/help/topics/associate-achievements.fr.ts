import { type HelpTopic, list, paragraph } from '../help-topic.ts';

export const associateAchievementsFr: HelpTopic = {
  title: 'Faire compter mes qualifications',
  summary: 'Ce qu’il faut pour qu’un examen, une certification ou une évaluation compte pour l’entreprise.',
  keywords: ['associer', 'MCID', 'MCP', 'compte d’apprentissage', 'rien ne compte'],
  appliesTo: 'Espace partenaires',
  sections: [
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
          '**{learning.exams}** : le compte {learning.exams.account}, reconnu par son {learning.mcid}.',
          '**{learning.training}** : le compte {learning.training.account}.',
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
        paragraph(
          '[{nav.profile}](page:profile) donne pour chaque qualification le motif pour lequel elle ne compte pas. Les motifs sont expliqués sous [les motifs](skills-report#reasons).',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associer un compte pas à pas](link-learning-account#steps)',
    '[Ouvrir {nav.profile}](page:profile)',
  ],
};
