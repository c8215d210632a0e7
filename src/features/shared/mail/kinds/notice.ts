import type { MailKind } from '../mail-text.ts';

/** One notice, as it is told in the application. Values: `name`, `title`, `body`, `action`; `essential`: `yes` or `no`. */
export const NOTICE_MAIL: MailKind = {
  name: 'notice',
  words: {
    fr: {
      subject: '{title}',
      paragraphs: ['Bonjour {name},', '{title}.', '{body}'],
      action: '{action}',
      notes: [
        '{essential, select, yes {Les messages de ce type sont toujours envoyés. } other {}}Choisissez dans votre profil, sous « Réglages des notifications », comment vous êtes informé.',
      ],
    },
    en: {
      subject: '{title}',
      paragraphs: ['Hello {name},', '{title}.', '{body}'],
      action: '{action}',
      notes: [
        '{essential, select, yes {Messages of this kind are always sent. } other {}}Choose in your profile, under “Notice settings”, how you are told.',
      ],
    },
  },
};
