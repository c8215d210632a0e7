import type { MailKind } from '../mail-text.ts';

/** The operator of the programme took the business profile off the network. Values: `name`, `reason`. */
export const PROFILE_SUSPENDED: MailKind = {
  name: 'profile-suspended',
  words: {
    fr: {
      subject: 'Votre profil commercial n’est plus visible',
      paragraphs: [
        'Bonjour {name},',
        'L’opérateur du programme a suspendu le profil commercial de {company}. Ses mots : {reason}',
        'Vos textes sont conservés. Corrigez-les, puis répondez à l’opérateur : lui seul peut rendre le profil visible.',
      ],
      action: 'Ouvrir le profil commercial',
      notes: ['Vous recevez cet e-mail parce que vous pouvez modifier ce profil.'],
    },
    en: {
      subject: 'Your business profile can no longer be seen',
      paragraphs: [
        'Hello {name},',
        'The operator of the programme has suspended the business profile of {company}. In their words: {reason}',
        'What you wrote is kept. Correct it, then answer the operator: nobody else can let it be seen again.',
      ],
      action: 'Open the business profile',
      notes: ['You receive this e-mail because you may change this profile.'],
    },
  },
};
