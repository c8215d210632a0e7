import type { MailKind } from '../mail-text.ts';

/** Proof that whoever shares a transcript reads the mail of its owner. Values: `code`, `user`, `until`. */
export const TRANSCRIPT_CODE: MailKind = {
  name: 'transcript-code',
  words: {
    fr: {
      subject: 'Votre code pour associer une transcription Microsoft Learn',
      paragraphs: [
        'Bonjour,',
        '{user} demande à associer votre transcription Microsoft Learn à son profil chez {company}. Si c’est vous, saisissez ce code :',
        '{code}',
        'Sinon, ne faites rien et ne donnez ce code à personne : sans lui, rien n’est associé.',
      ],
      notes: ['Ce code vaut jusqu’au {until}.'],
    },
    en: {
      subject: 'Your code to associate a Microsoft Learn transcript',
      paragraphs: [
        'Hello,',
        '{user} asks to associate your Microsoft Learn transcript with a profile at {company}. If it is you, enter this code:',
        '{code}',
        'If not, do nothing and give this code to nobody: without it nothing is associated.',
      ],
      notes: ['This code works until {until}.'],
    },
  },
};
