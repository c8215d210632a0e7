import type { MailKind } from '../mail-text.ts';

/** An administrator has reset the sign-in. Values: `name`, `email` (the sign-in name), `until`. */
export const SIGN_IN_RESET: MailKind = {
  name: 'sign-in-reset',
  words: {
    fr: {
      subject: 'Votre mot de passe a été réinitialisé',
      paragraphs: [
        'Bonjour {name},',
        'Un administrateur de {company} a réinitialisé votre accès à Jalon. Votre ancien mot de passe ne vaut plus et vos sessions sont fermées.',
        'Votre nom d’utilisateur est {email}. Choisissez un nouveau mot de passe avec le lien ci-dessous.',
      ],
      action: 'Choisir un nouveau mot de passe',
      notes: [
        'Ce lien ne sert qu’une fois et vaut jusqu’au {until}. Si cela vous surprend, parlez-en à votre administrateur.',
      ],
    },
    en: {
      subject: 'Your password has been reset',
      paragraphs: [
        'Hello {name},',
        'An administrator of {company} has reset your access to Jalon. Your earlier password no longer works and your sessions have ended.',
        'Your user name is {email}. Choose a new password with the link below.',
      ],
      action: 'Choose a new password',
      notes: ['This link works once, until {until}. If this surprises you, speak to your administrator.'],
    },
  },
};
