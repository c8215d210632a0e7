import type { Locale } from '../../contract/common.ts';
import type { CredentialVerdict } from './credential-verdict.ts';

type Verdict = CredentialVerdict['kind'];

interface VerifyWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly field: string;
  readonly hint: string;
  readonly check: string;
  readonly verdicts: Readonly<Record<Verdict, { readonly title: string; readonly text: string }>>;
  readonly company: string;
  readonly achievement: string;
  readonly issued: string;
  readonly validUntil: string;
  readonly profile: string;
  readonly seeProfile: string;
  readonly yourself: string;
  readonly yourselfText: string;
  readonly steps: readonly string[];
  readonly save: string;
  readonly token: string;
  readonly claims: string;
}

/** The words of the page on which anybody can check a credential. */
export const VERIFY_WORDS: Readonly<Record<Locale, VerifyWords>> = {
  fr: {
    title: 'Vérifier une attestation',
    description: 'Vérifiez ici l’attestation de compétence qu’une entreprise vous a remise.',
    lead: 'Une entreprise vous a remis une attestation de compétence ? Collez-la ici : vous saurez si elle est authentique et si elle est encore vraie aujourd’hui.',
    field: 'Attestation',
    hint: 'Un texte en trois parties séparées par des points, ou l’adresse de l’attestation sur ce serveur.',
    check: 'Vérifier',
    verdicts: {
      held: {
        title: 'Authentique et vraie aujourd’hui',
        text: 'La signature est celle de ce serveur, et l’entreprise affiche ce niveau aujourd’hui.',
      },
      lost: {
        title: 'Authentique, mais plus vraie',
        text: 'La signature est celle de ce serveur, mais l’entreprise n’affiche plus ce niveau.',
      },
      expired: {
        title: 'Authentique, mais expirée',
        text: 'Une attestation vaut sept jours au plus. Ouvrez le profil de l’entreprise pour en obtenir une d’aujourd’hui.',
      },
      forged: {
        title: 'Ce n’est pas ce qui a été signé',
        text: 'Le contenu ou la signature a été modifié. N’en tenez pas compte.',
      },
      'unknown-issuer': {
        title: 'Émetteur inconnu ici',
        text: 'Cette attestation n’a pas été signée par ce serveur, ou elle l’a été il y a longtemps. Vérifiez-la auprès de son émetteur.',
      },
      unreadable: {
        title: 'Ce n’est pas une attestation',
        text: 'Copiez-la en entier : trois parties séparées par des points, sans espace.',
      },
    },
    company: 'Entreprise',
    achievement: 'Compétence',
    issued: 'Établie le',
    validUntil: 'Valable jusqu’au',
    profile: 'Profil',
    seeProfile: 'Voir le profil de l’entreprise',
    yourself: 'La vérifier sans nous',
    yourselfText:
      'L’attestation suit les normes Open Badges 3.0 et Verifiable Credentials 2.0, sous forme de jeton signé (JWT, RS256). Tout outil qui les connaît peut la vérifier :',
    steps: [
      'prenez la clé publique de ce serveur à l’adresse /.well-known/jwks.json ;',
      'vérifiez la signature et les dates avec une bibliothèque JOSE, ou avec un vérificateur Open Badges ;',
      'consultez la liste des attestations révoquées dont le jeton donne l’adresse (credentialStatus).',
    ],
    save: 'Télécharger l’attestation',
    token: 'Jeton signé',
    claims: 'Ce que le jeton contient',
  },
  en: {
    title: 'Verify a credential',
    description: 'Check here the credential of a competency that a company gave you.',
    lead: 'Has a company given you the credential of a competency? Paste it here: you learn whether it is genuine and whether it is still true today.',
    field: 'Credential',
    hint: 'A text of three parts with points between them, or the address of the credential on this server.',
    check: 'Verify',
    verdicts: {
      held: {
        title: 'Genuine, and true today',
        text: 'The signature is that of this server, and the company shows this level today.',
      },
      lost: {
        title: 'Genuine, but no longer true',
        text: 'The signature is that of this server, but the company does not show this level any more.',
      },
      expired: {
        title: 'Genuine, but expired',
        text: 'A credential is valid for seven days at most. Open the profile of the company to be given one of today.',
      },
      forged: {
        title: 'This is not what was signed',
        text: 'The content or the signature has been changed. Do not rely on it.',
      },
      'unknown-issuer': {
        title: 'Issuer not known here',
        text: 'This credential was not signed by this server, or it was a long time ago. Verify it with its issuer.',
      },
      unreadable: {
        title: 'This is no credential',
        text: 'Copy the whole of it: three parts with points between them and no blanks.',
      },
    },
    company: 'Company',
    achievement: 'Competency',
    issued: 'Issued on',
    validUntil: 'Valid until',
    profile: 'Profile',
    seeProfile: 'See the profile of the company',
    yourself: 'Verify it without us',
    yourselfText:
      'The credential follows the standards Open Badges 3.0 and Verifiable Credentials 2.0, as a signed token (JWT, RS256). Every tool that knows them can verify it:',
    steps: [
      'take the public key of this server from /.well-known/jwks.json;',
      'check the signature and the dates with a JOSE library, or with a verifier of Open Badges;',
      'look into the list of revoked credentials whose address the token gives (credentialStatus).',
    ],
    save: 'Download the credential',
    token: 'Signed token',
    claims: 'What the token holds',
  },
};
