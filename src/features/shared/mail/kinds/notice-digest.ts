import type { MailKind } from '../mail-text.ts';

/** Several notices of a day or a week. Values: `name`, `count`, `body`: each with its title. */
export const NOTICE_DIGEST: MailKind = {
  name: 'notice-digest',
  words: {
    fr: {
      subject: '{company} : {count, plural, one {une notification} other {# notifications}}',
      paragraphs: ['Bonjour {name},', '{body}'],
      action: 'Ouvrir les notifications',
      notes: [
        'Choisissez dans votre profil, sous « Réglages des notifications », comment vous êtes informé.',
      ],
    },
    en: {
      subject: '{company}: {count, plural, one {one notice} other {# notices}}',
      paragraphs: ['Hello {name},', '{body}'],
      action: 'Open the notices',
      notes: ['Choose in your profile, under “Notice settings”, how you are told.'],
    },
  },
};
