import type { MailKind } from '../mail-text.ts';

/** Somebody follows what others are to achieve. Values: `name`, `by`, `people`, `list`, `why`. */
export const TRAINING_FOLLOWED: MailKind = {
  name: 'training-followed',
  words: {
    fr: {
      subject:
        '{people, plural, one {Formation à suivre pour une personne} other {Formations à suivre pour # personnes}}',
      paragraphs: [
        'Bonjour {name},',
        '{by} a adopté un plan de formation de {company} pour {why}. Vous suivez\u202f:',
        '{list}',
        'Vous serez prévenu si une échéance passe sans résultat.',
      ],
      action: 'Ouvrir le plan',
    },
    en: {
      subject:
        '{people, plural, one {Training to follow for one person} other {Training to follow for # people}}',
      paragraphs: [
        'Hello {name},',
        '{by} has adopted a training plan of {company} for {why}. You follow:',
        '{list}',
        'You will be told when a due day passes without a result.',
      ],
      action: 'Open the plan',
    },
  },
};
