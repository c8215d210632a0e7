import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const upgradeMembershipFr: HelpTopic = {
  title: 'Acheter ou mettre à niveau une adhésion',
  summary:
    'Ce qui peut être acheté, sinon pourquoi, à quel prix, comment payer, et ce que donne chaque niveau.',
  keywords: [
    'Argent',
    'Or',
    'Silver',
    'Gold',
    'Action Pack',
    'MAPS',
    'achat',
    'mise à niveau',
    'facture',
    'carte',
    'virement',
    'avantages',
  ],
  appliesTo: 'Programmes qui vendent des adhésions',
  sections: [
    {
      anchor: 'buy',
      title: 'Ce qui peut être acheté',
      blocks: [
        paragraph(
          'Ouvrez {nav.mpn}, puis [{nav.membership}](page:membership). Chaque offre indique pour quel niveau elle est, son prix aujourd’hui, et si elle peut être achetée. Un bouton grisé dit pourquoi et ce qui manque.',
        ),
        list(
          'Atteindre le niveau dans une seule compétence suffit ; une dérogation vaut le niveau.',
          'Une entreprise achète une fois Silver et une fois Gold ; qui détient Gold ne peut pas acheter Silver, que Gold comprend.',
          'L’Action Pack n’exige aucun niveau et coûte moins cher à qui en détient un.',
          'Tant qu’une commande attend son paiement, une seconde n’est pas possible.',
        ),
        paragraph(
          'Avec Silver, le profil commercial affiche toutes les compétences validées au niveau Silver. Celle qui n’est obtenue qu’au niveau Gold attend l’achat de Gold ; Gold affiche ensuite les deux niveaux.',
        ),
      ],
    },
    {
      anchor: 'upgrade',
      title: 'De Silver à Gold',
      blocks: [
        paragraph(
          'Qui détient Silver passe à Gold pour un quart de moins. Le prix s’affiche avant la commande. Silver prend fin le jour de la mise à niveau, et une nouvelle année commence.',
        ),
      ],
    },
    {
      anchor: 'pay',
      title: 'Payer',
      blocks: [
        steps(
          'Choisissez {membership.act.purchase}, {membership.act.upgrade} ou {membership.act.renewal} et lisez ce qui va se passer.',
          'Choisissez {membership.order.card} ou {membership.order.transfer}.',
          'Par carte, l’entreprise est membre aussitôt. Par virement, elle l’est quand l’opérateur confirme la réception ; sans virement, la commande expire.',
        ),
        paragraph(
          'Si la banque ne répond pas, la commande indique {membership.orderState.created} : la réponse est demandée à nouveau, et la carte n’est débitée qu’une fois.',
        ),
        paragraph(
          '{membership.orders} garde chaque commande avec sa facture et sa preuve de paiement en PDF. Une commande peut être annulée pendant quelques jours : l’argent est rendu et l’adhésion prend fin.',
        ),
      ],
    },
    {
      anchor: 'benefits',
      title: 'Ce que donne chaque niveau',
      blocks: [
        paragraph(
          '[{benefits.title}](page:benefits) compare les offres côte à côte. Certains avantages viennent avec toute compétence du niveau, d’autres avec certaines seulement.',
        ),
        note(
          'Les prix et les montants livrés sont des exemples ; l’opérateur d’un programme écrit les siens.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir l’adhésion](page:membership)',
    '[La conserver et la renouveler](maintain-membership#renew)',
  ],
};
