import type { MailKind } from '../mail-text.ts';

/** Somebody asked for a new password on the sign-in page. Values: `name`, `email` (the sign-in name), `until`. */
export const PASSWORD_RESET: MailKind = {
  name: 'password-reset',
  words: {
    fr: {
      subject: 'Choisir un nouveau mot de passe',
      paragraphs: [
        'Bonjour {name},',
        'Une demande de nouveau mot de passe a été faite pour {email}. Si elle vient de vous, choisissez-le avec le lien ci-dessous.',
        'Sinon, ne faites rien : votre mot de passe actuel reste valable.',
      ],
      action: 'Choisir un nouveau mot de passe',
      notes: ['Ce lien ne sert qu’une fois et vaut jusqu’au {until}. Ne le transmettez à personne.'],
    },
    en: {
      subject: 'Choose a new password',
      paragraphs: [
        'Hello {name},',
        'A new password was asked for {email}. If it was you, choose it with the link below.',
        'If not, do nothing: your present password stays valid.',
      ],
      action: 'Choose a new password',
      notes: ['This link works once, until {until}. Do not pass it on to anybody.'],
    },
  },
};
