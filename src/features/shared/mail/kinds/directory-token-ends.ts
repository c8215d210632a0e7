import type { MailKind } from '../mail-text.ts';

/**
 * The token of the company's directory ends soon, or has ended; goes to those who may make another one. Values: `name`,
 * `when` (`soon` or `over`), `until`.
 */
export const DIRECTORY_TOKEN_ENDS: MailKind = {
  name: 'directory-token-ends',
  words: {
    fr: {
      subject:
        '{when, select, over {Le jeton de l’annuaire de {company} a expiré} other {Le jeton de l’annuaire de {company} expire bientôt}}',
      paragraphs: [
        'Bonjour {name},',
        '{when, select, over {Le jeton avec lequel l’annuaire de {company} envoie ses utilisateurs à Jalon a expiré le {until}.} other {Le jeton avec lequel l’annuaire de {company} envoie ses utilisateurs à Jalon expire le {until}.}}',
        '{when, select, over {Depuis, rien n’arrive plus : personne n’est ajouté, et une personne désactivée dans l’annuaire peut encore se connecter à Jalon.} other {Ensuite rien n’arriverait plus : personne ne serait ajouté, et une personne désactivée dans l’annuaire pourrait encore se connecter à Jalon.}} Créez un autre jeton et saisissez-le dans l’annuaire.',
      ],
      action: 'Remplacer le jeton',
      notes: ['Ce message est envoyé 30 et 7 jours avant la fin du jeton, et quand il a expiré.'],
    },
    en: {
      subject:
        '{when, select, over {The token of the directory of {company} has expired} other {The token of the directory of {company} expires soon}}',
      paragraphs: [
        'Hello {name},',
        '{when, select, over {The token with which the directory of {company} sends its users to Jalon expired on {until}.} other {The token with which the directory of {company} sends its users to Jalon expires on {until}.}}',
        '{when, select, over {Since then nothing arrives: nobody is added, and somebody who is disabled in the directory can still sign in to Jalon.} other {After that nothing would arrive: nobody would be added, and somebody who is disabled in the directory could still sign in to Jalon.}} Make another token and enter it in the directory.',
      ],
      action: 'Replace the token',
      notes: ['This message is sent 30 and 7 days before the end of the token, and when it has expired.'],
    },
  },
};
