import type { MailKind } from '../mail-text.ts';

/** Somebody is to achieve something by a day. Values: `name`, `by`, `count`, `list`, `why`. */
export const TRAINING_ASSIGNED: MailKind = {
  name: 'training-assigned',
  words: {
    fr: {
      subject:
        '{count, plural, one {Une formation vous est confiée} other {# formations vous sont confiées}}',
      paragraphs: [
        'Bonjour {name},',
        '{by} vous demande d’obtenir, pour {company}\u202f:',
        '{list}',
        'C’est pour {why}. Dès que le résultat est enregistré sur votre compte d’apprentissage associé, il est reconnu de lui-même\u202f: vous n’avez rien à signaler.',
      ],
      action: 'Voir mes formations',
    },
    en: {
      subject: '{count, plural, one {A training is assigned to you} other {# trainings are assigned to you}}',
      paragraphs: [
        'Hello {name},',
        '{by} asks you to achieve, for {company}:',
        '{list}',
        'It is for {why}. As soon as the result is on your associated learning account it is recognised by itself: there is nothing you need to report.',
      ],
      action: 'See my trainings',
    },
  },
};
