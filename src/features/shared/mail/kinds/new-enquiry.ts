import type { MailKind } from '../mail-text.ts';

/**
 * A customer has written to the company. Who it is and what was written stays in the inbox, where it is deleted when its
 * time is over. Values: `name`, `from` (`company` or `nobody`), `sender`, `about` (`competency` or `nothing`),
 * `competency`.
 */
export const NEW_ENQUIRY: MailKind = {
  name: 'new-enquiry',
  words: {
    fr: {
      subject: 'Nouvelle demande d’un client',
      paragraphs: [
        'Bonjour {name},',
        '{from, select, company {L’entreprise {sender} vous a écrit} other {Un client vous a écrit}} depuis le profil commercial de {company}{about, select, competency {, à propos de la compétence {competency}} other {}}.',
        'Son message et ses coordonnées se lisent dans les demandes de clients.',
      ],
      action: 'Lire la demande',
      notes: ['Vous recevez cet e-mail parce que vous suivez ces demandes pour votre entreprise.'],
    },
    en: {
      subject: 'New enquiry of a customer',
      paragraphs: [
        'Hello {name},',
        '{from, select, company {The company {sender} has written to you} other {A customer has written to you}} from the business profile of {company}{about, select, competency {, about the competency {competency}} other {}}.',
        'Read the message and who wrote it in the enquiries of customers.',
      ],
      action: 'Read the enquiry',
      notes: ['You receive this e-mail because you look after such enquiries for your company.'],
    },
  },
};
