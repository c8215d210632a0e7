import type { MailKind } from '../mail-text.ts';

/** An administrator asks a person to check what is listed as his or her skills. Values: `name`, `count`. */
export const LIST_CHECK: MailKind = {
  name: 'list-check',
  words: {
    fr: {
      subject: 'Vérifiez vos qualifications pour {company}',
      paragraphs: [
        'Bonjour {name},',
        '{count, plural, =0 {Aucune qualification n’est connue de vous à {company}.} one {# qualification est connue de vous à {company}.} other {# qualifications sont connues de vous à {company}.}} Dites pour chacune si elle est exacte ; s’il en manque une, le diagnostic dit pourquoi.',
      ],
      action: 'Vérifier ma liste',
      notes: ['Cette demande vous est envoyée au plus une fois par mois, à la demande d’un administrateur.'],
    },
    en: {
      subject: 'Check your skills for {company}',
      paragraphs: [
        'Hello {name},',
        '{count, plural, =0 {No skill of yours is known at {company}.} one {# skill of yours is known at {company}.} other {# skills of yours are known at {company}.}} Say of each whether it is right; if one is missing, the diagnosis says why.',
      ],
      action: 'Check my list',
      notes: ['This request is sent once a month at most, at the request of an administrator.'],
    },
  },
};
