import { ASSOCIATE_REMINDER_KIND } from '../../reminder-cycle.ts';
import type { MailKind } from '../mail-text.ts';

/**
 * An administrator asks a person to associate a learning account. Values: `name`; `situation`: `alone`, `pmc`
 * (associated there, no end known), `ending` or `over`; `day`: the first day on which PMC no longer counts,
 * or empty.
 */
export const ASSOCIATE_REMINDER: MailKind = {
  name: ASSOCIATE_REMINDER_KIND,
  words: {
    fr: {
      subject: 'Associez votre compte d’apprentissage à {company}',
      paragraphs: [
        'Bonjour {name},',
        '{situation, select, alone {Aucun compte d’apprentissage n’est encore associé à votre profil : vos examens, certifications et évaluations ne comptent pas pour {company}.} ending {Votre compte d’apprentissage est associé à {company} dans PMC, pas encore dans l’Espace partenaires. À partir du {day}, vos qualifications ne compteront plus.} over {Votre compte d’apprentissage n’est associé à {company} que dans PMC. Depuis le {day}, vos qualifications ne comptent plus.} other {Votre compte d’apprentissage est associé à {company} dans PMC, pas encore dans l’Espace partenaires.}}',
        'Personne d’autre ne peut associer votre compte à votre place. Cela prend deux minutes.',
      ],
      action: 'Associer mon compte',
      notes: ['Ce rappel vous est envoyé au plus une fois par mois, à la demande d’un administrateur.'],
    },
    en: {
      subject: 'Associate your learning account with {company}',
      paragraphs: [
        'Hello {name},',
        '{situation, select, alone {No learning account is associated with your profile yet: your exams, certifications and assessments do not count for {company}.} ending {Your learning account is associated with {company} in PMC, and not yet in Partner Center. From {day} on your skills will no longer count.} over {Your learning account is associated with {company} in PMC alone. Since {day} your skills no longer count.} other {Your learning account is associated with {company} in PMC, and not yet in Partner Center.}}',
        'Only you can associate your account. It takes two minutes.',
      ],
      action: 'Associate my account',
      notes: ['This reminder is sent once a month at most, at the request of an administrator.'],
    },
  },
};
