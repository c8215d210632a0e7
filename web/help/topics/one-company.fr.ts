import { type HelpTopic, list, paragraph } from '../help-topic.ts';

export const oneCompanyFr: HelpTopic = {
  title: 'Une seule entreprise à la fois',
  summary: 'Changer d’entreprise, les délais à respecter, et ce que voit l’ancienne.',
  keywords: ['changer d’entreprise', '30 jours', 'trois fois par an', 'associé ailleurs'],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'move',
      title: 'Changer d’entreprise',
      blocks: [
        paragraph(
          'Un compte d’apprentissage est associé à une seule entreprise. L’associer dans une nouvelle met fin, à cet instant, à l’association avec l’ancienne : vos qualifications cessent d’y compter et comptent dans la nouvelle. Vous ne perdez aucune qualification.',
        ),
        paragraph(
          'Jalon vous le dit avant que vous confirmiez, avec le nom de l’entreprise que vous quittez.',
        ),
      ],
    },
    {
      anchor: 'limits',
      title: 'Limites',
      blocks: [
        list(
          'Trente jours au moins entre deux associations d’un compte.',
          'Trois associations au plus en 365 jours, toutes entreprises comprises.',
          'Dissocier est possible à tout moment.',
          'Une association venue de PMC n’entre pas dans ce compte.',
        ),
        paragraph(
          'Un refus indique la prochaine date possible ; [{nav.profile}](page:profile) la montre en permanence.',
        ),
      ],
    },
    {
      anchor: 'leaving',
      title: 'Partir, ou laisser partir',
      blocks: [
        paragraph(
          'Qui quitte une entreprise peut dissocier son compte lui-même, ou laisser la nouvelle association y mettre fin. À partir du jour de départ que l’entreprise enregistre, rien n’y compte plus ; si l’association reste ouverte, un administrateur peut y mettre fin [dans la fiche de la personne](users#leave).',
        ),
      ],
    },
    {
      anchor: 'former-company',
      title: 'Ce que voit l’ancienne entreprise',
      blocks: [
        paragraph(
          'Ses administrateurs apprennent que l’association a pris fin, et rien d’autre : ni où vous êtes, ni ce que vous obtenez ensuite.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Voir le prochain changement possible](page:profile)',
    '[Associer un compte pas à pas](link-learning-account#steps)',
  ],
};
