import type { MailKind } from '../mail-text.ts';

/** Values: `name`, `email` (the sign-in name), `until`. The link sets the first password, once. */
export const FIRST_SIGN_IN: MailKind = {
  name: 'first-sign-in',
  words: {
    fr: {
      subject: 'Votre accès au portail partenaires de {company}',
      paragraphs: [
        'Bonjour {name},',
        '{company} vous a ouvert un accès à Jalon, où vos examens et certifications comptent pour les compétences de l’entreprise.',
        'Votre nom d’utilisateur est {email}. Choisissez votre mot de passe avec le lien ci-dessous, puis associez votre compte d’apprentissage depuis Mon profil.',
      ],
      action: 'Choisir mon mot de passe',
      notes: ['Ce lien ne sert qu’une fois et vaut jusqu’au {until}. Ne le transmettez à personne.'],
    },
    en: {
      subject: 'Your access to the partner portal of {company}',
      paragraphs: [
        'Hello {name},',
        '{company} has opened an access to Jalon for you, where your exams and certifications count for the company’s competencies.',
        'Your user name is {email}. Choose your password with the link below, then associate your learning account from My profile.',
      ],
      action: 'Choose my password',
      notes: ['This link works once, until {until}. Do not pass it on to anybody.'],
    },
  },
};
