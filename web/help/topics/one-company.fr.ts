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
        ),
        paragraph(
          'Un refus indique la prochaine date possible ; [{nav.profile}](page:profile) la montre en permanence.',
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
  nextSteps: ['[Associer un compte pas à pas](link-learning-account#steps)'],
};
