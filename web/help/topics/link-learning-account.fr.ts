import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const linkLearningAccountFr: HelpTopic = {
  title: 'Associer un compte d’apprentissage',
  summary: 'Les trois étapes, ce que voit l’entreprise, et comment dissocier.',
  keywords: [
    'associer',
    'dissocier',
    'Microsoft Learning',
    'Université partenaire',
    'e-mail différent',
    'transcription',
    'lien de partage',
    'code',
    'MCID',
    'deux comptes',
    'fusion',
    'refusé',
  ],
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
          'Dans [{nav.profile}](page:profile), choisissez {learning.associate} sur la carte voulue. Lisez ce que l’entreprise verra.',
          'Connectez-vous avec le compte d’apprentissage. Si vous êtes connecté ici depuis plus de dix minutes, Jalon vous demande d’abord de confirmer que c’est bien vous.',
          'Vérifiez le compte trouvé, son adresse et ce qui va se passer, puis choisissez {associate.confirm.yes}. Rien n’est associé avant.',
        ),
      ],
    },
    {
      anchor: 'sees',
      title: 'Ce que voit l’entreprise',
      blocks: [
        paragraph(
          'Vos administrateurs voient l’identifiant et l’adresse du compte, et vos qualifications avec leurs dates. Ils ne voient ni votre mot de passe, ni vos autres données.',
        ),
      ],
    },
    {
      anchor: 'transcript',
      title: 'Sans se connecter : par la transcription',
      blocks: [
        steps(
          'Sur Microsoft Learn, partagez votre transcription avec votre e-mail de contact et copiez le lien de partage.',
          'Collez-le sous {transcript.title}, puis choisissez {transcript.go}.',
          'Saisissez le code envoyé à l’e-mail de contact de la transcription. Il vaut un quart d’heure ; s’il n’arrive pas, regardez les indésirables, ou recommencez.',
        ),
      ],
    },
    {
      anchor: 'refused',
      title: 'L’association est refusée',
      blocks: [
        list(
          'Trop tôt, ou trop souvent : la date du prochain changement possible est indiquée. Lisez [les limites](one-company#limits).',
          'Un autre compte est déjà associé : dissociez-le d’abord, si ce n’est pas le bon.',
          'Trop de temps a passé : ce qui a été trouvé n’est gardé qu’un quart d’heure. Recommencez.',
          'Ce n’était pas votre compte : rien n’est associé avant votre confirmation. Recommencez et choisissez le bon.',
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
      anchor: 'two-accounts',
      title: 'Deux comptes',
      blocks: [
        paragraph(
          'Vos qualifications sont réparties sur deux comptes (deux MCID) ? Partagez la transcription de l’autre compte, comme [plus haut](link-learning-account#transcript). Ce qu’elle contient est conservé, et la fusion des deux comptes est proposée à l’assistance. Votre association reste ; après la fusion, tout compte ensemble.',
        ),
      ],
    },
    {
      anchor: 'merges',
      title: 'Fusionner des comptes (opérateur et assistance)',
      blocks: [
        paragraph(
          '[{merges.title}](page:account-merges) propose les comptes d’une même personne : la même personne les a associés, ils portent le même certificat ou la même adresse, ou une transcription nomme un autre compte que celui associé.',
        ),
        steps(
          'Choisissez {merges.decide} : chaque entreprise concernée est nommée, avec les lignes de son rapport et les niveaux qui changent. Rien n’a encore changé.',
          'Donnez le motif, puis choisissez {merges.dialog.merge}. Les rapports le montrent aussitôt.',
          'Sous {merges.show.merged}, {merges.undo} montre l’effet inverse et rétablit les rapports tels qu’ils étaient.',
        ),
      ],
    },
    {
      anchor: 'end',
      title: 'Dissocier',
      blocks: [
        paragraph(
          '{learning.dissociate} montre d’abord ce qui cesse de compter et quand le compte pourra être associé de nouveau. Personne d’autre ne le peut ; un administrateur ne peut mettre fin qu’à l’association d’une personne partie.',
        ),
      ],
    },
  ],
  nextSteps: ['[Une seule entreprise à la fois](one-company)', '[Ouvrir {nav.profile}](page:profile)'],
};
