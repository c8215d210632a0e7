import type { MailKind } from '../mail-text.ts';

/** A way to sign in came or went. Values: `name`, `what` (a `SignInChange`), `at`. */
export const SIGN_IN_CHANGED: MailKind = {
  name: 'sign-in-changed',
  words: {
    fr: {
      subject:
        '{what, select, passkeyAdded {Une clé d’accès a été ajoutée à votre compte} passkeyRemoved {Une clé d’accès de votre compte a été supprimée} authenticatorOn {L’application d’authentification est activée} authenticatorOff {L’application d’authentification est désactivée} passwordChanged {Votre mot de passe a été changé} workAccountLinked {Un compte professionnel ouvre maintenant votre compte} other {Un compte professionnel n’ouvre plus votre compte}}',
      paragraphs: [
        'Bonjour {name},',
        '{what, select, passkeyAdded {Une clé d’accès a été ajoutée à votre compte Jalon : elle permet de se connecter sans mot de passe.} passkeyRemoved {Une clé d’accès a été supprimée de votre compte Jalon.} authenticatorOn {Une application d’authentification a été activée pour votre compte Jalon : un code est demandé après votre mot de passe.} authenticatorOff {L’application d’authentification de votre compte Jalon a été désactivée : aucun code n’est plus demandé après votre mot de passe.} passwordChanged {Le mot de passe de votre compte Jalon a été changé. Vos autres sessions sont fermées.} workAccountLinked {Un compte professionnel a été lié à votre compte Jalon : il permet de se connecter.} other {Un compte professionnel a été délié de votre compte Jalon : il ne permet plus de se connecter.}}',
        'C’était le {at}. Si c’est vous, il n’y a rien à faire. Sinon, fermez vos sessions et parlez sans attendre à votre administrateur.',
      ],
      action: 'Voir connexion et sécurité',
    },
    en: {
      subject:
        '{what, select, passkeyAdded {A passkey was added to your account} passkeyRemoved {A passkey of your account was removed} authenticatorOn {The authenticator app is turned on} authenticatorOff {The authenticator app is turned off} passwordChanged {Your password was changed} workAccountLinked {A work account now opens your account} other {A work account no longer opens your account}}',
      paragraphs: [
        'Hello {name},',
        '{what, select, passkeyAdded {A passkey was added to your Jalon account: it signs in without a password.} passkeyRemoved {A passkey was removed from your Jalon account.} authenticatorOn {An authenticator app was turned on for your Jalon account: a code is asked for after your password.} authenticatorOff {The authenticator app of your Jalon account was turned off: no code is asked for after your password any more.} passwordChanged {The password of your Jalon account was changed. Your other sessions have ended.} workAccountLinked {A work account was linked to your Jalon account: it can be used to sign in.} other {A work account was unlinked from your Jalon account: it can no longer be used to sign in.}}',
        'This was on {at}. If it was you, there is nothing to do. If not, end your sessions and speak to your administrator at once.',
      ],
      action: 'See sign-in and security',
    },
  },
};
