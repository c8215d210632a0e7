import type { MailKind } from '../mail-text.ts';

/**
 * A person signs in with another name from now on; goes to the address before. The new one is not told, for the old
 * mailbox may be on its way to somebody else. Values: `name`, `email` (the name before), `by` (`directory` or
 * `administrator`), `at`.
 */
export const SIGN_IN_RENAMED: MailKind = {
  name: 'sign-in-renamed',
  words: {
    fr: {
      subject: 'Votre nom d’utilisateur a été remplacé',
      paragraphs: [
        'Bonjour {name},',
        '{by, select, directory {L’annuaire de {company} a donné un autre nom d’utilisateur à votre compte Jalon.} other {Un administrateur de {company} a donné un autre nom d’utilisateur à votre compte Jalon.}} C’était le {at}.',
        'Le nom {email} ne permet plus de se connecter, et les liens de connexion envoyés à cette adresse ne valent plus. Votre historique et vos associations restent.',
        'Si cela vous surprend, parlez-en sans attendre à votre administrateur.',
      ],
    },
    en: {
      subject: 'Your user name has been replaced',
      paragraphs: [
        'Hello {name},',
        '{by, select, directory {The directory of {company} has given your Jalon account another user name.} other {An administrator of {company} has given your Jalon account another user name.}} This was on {at}.',
        'The name {email} no longer signs in, and sign-in links that were sent to this address no longer work. Your history and your associations stay.',
        'If this surprises you, speak to your administrator at once.',
      ],
    },
  },
};
