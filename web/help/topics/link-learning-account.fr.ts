import { type HelpTopic, paragraph, steps } from '../help-topic.ts';

export const linkLearningAccountFr: HelpTopic = {
  title: 'Associer un compte d’apprentissage',
  summary: 'Les trois étapes, ce que voit l’entreprise, et comment dissocier.',
  keywords: ['associer', 'dissocier', 'Microsoft Learning', 'Université partenaire', 'e-mail différent'],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'profile',
      title: 'Mon profil',
      blocks: [
        paragraph(
          '[{nav.profile}](page:profile), en haut à droite, montre l’état de chaque compte, depuis quand il est associé, son adresse et le prochain changement possible. En dessous, l’historique.',
        ),
      ],
    },
    {
      anchor: 'steps',
      title: 'Associer',
      blocks: [
        steps(
          'Dans [{nav.profile}](page:profile), choisissez **{learning.associate}** sur la carte voulue. Lisez ce que l’entreprise verra.',
          'Connectez-vous avec le compte d’apprentissage. Si vous êtes connecté ici depuis plus de dix minutes, Jalon vous demande d’abord de confirmer que c’est bien vous.',
          'Vérifiez le compte trouvé, son adresse et ce qui va se passer, puis choisissez **{associate.confirm.yes}**. Rien n’est associé avant.',
        ),
      ],
    },
    {
      anchor: 'other-email',
      title: 'Une autre adresse',
      blocks: [
        paragraph(
          'L’adresse du compte peut être différente de votre e-mail professionnel. Les deux sont affichées et l’association fonctionne ; vérifiez seulement que le compte est bien le vôtre. Une adresse seule n’associe jamais rien.',
        ),
      ],
    },
    {
      anchor: 'end',
      title: 'Dissocier',
      blocks: [
        paragraph(
          '**{learning.dissociate}** montre d’abord ce qui cesse de compter et quand le compte pourra être associé de nouveau. Vous seul pouvez le faire ; un administrateur ne peut mettre fin qu’à l’association d’une personne partie.',
        ),
      ],
    },
  ],
  nextSteps: ['[Une seule entreprise à la fois](one-company)', '[Ouvrir {nav.profile}](page:profile)'],
};
