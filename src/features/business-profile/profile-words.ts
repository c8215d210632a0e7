import type { Locale } from '../../contract/common.ts';

interface ProfileWords {
  readonly description: (name: string) => string;
  readonly preview: {
    readonly draft: string;
    readonly published: string;
    readonly suspended: string;
    readonly edit: string;
  };
  readonly contact: string;
  readonly about: string;
  readonly competencies: string;
  readonly noCompetencies: string;
  readonly shownUntil: (day: string) => string;
  readonly credential: string;
  readonly credentialOf: (title: string) => string;
  readonly asOf: (day: string) => string;
  readonly locations: string;
  readonly languages: string;
  readonly website: string;
  readonly country: string;
  readonly enquiry: {
    readonly title: (name: string) => string;
    readonly name: string;
    readonly company: string;
    readonly email: string;
    readonly phone: string;
    readonly competency: string;
    readonly any: string;
    readonly message: string;
    readonly optional: string;
    readonly leaveEmpty: string;
    readonly send: string;
    readonly privacy: (name: string) => string;
    readonly noScript: string;
    readonly closed: (name: string) => string;
    readonly previewOnly: string;
    readonly done: (name: string) => string;
    readonly invalid: string;
    readonly outdated: string;
    readonly tooMany: string;
    readonly failed: string;
  };
}

/** The words of a business profile, around what the company says of itself. */
export const PROFILE_WORDS: Readonly<Record<Locale, ProfileWords>> = {
  fr: {
    description: (name) => `Compétences, sites et coordonnées de ${name}.`,
    preview: {
      draft: 'Aperçu : ce profil n’est pas publié. Vous seuls, dans votre entreprise, le voyez.',
      published: 'Ce profil est publié : vous le voyez comme vos clients.',
      suspended: 'L’opérateur du programme a suspendu ce profil : vos clients ne le voient pas.',
      edit: 'Modifier le profil',
    },
    contact: 'Prendre contact',
    about: 'L’entreprise',
    competencies: 'Compétences',
    noCompetencies: 'Aucune compétence n’est affichée aujourd’hui.',
    shownUntil: (day) => `Valable jusqu’au ${day}`,
    credential: 'Attestation vérifiable',
    credentialOf: (title) => `Attestation vérifiable : ${title}`,
    asOf: (day) => `Calculé le ${day} d’après les qualifications reconnues par le programme.`,
    locations: 'Sites',
    languages: 'Langues',
    website: 'Site web',
    country: 'Pays',
    enquiry: {
      title: (name) => `Écrire à ${name}`,
      name: 'Votre nom',
      company: 'Votre entreprise',
      email: 'Votre e-mail',
      phone: 'Téléphone',
      competency: 'Votre demande concerne',
      any: 'Autre chose',
      message: 'Votre message',
      optional: 'facultatif',
      leaveEmpty: 'Laissez ce champ vide',
      send: 'Envoyer la demande',
      privacy: (name) =>
        `Vos coordonnées et votre message vont à ${name}, pour vous répondre, et à personne d’autre. Elles sont supprimées un an après la fin de l’échange, deux ans après le dernier contact au plus tard.`,
      noScript: 'Le formulaire demande JavaScript. Sans lui, utilisez le site web de l’entreprise.',
      closed: (name) => `${name} ne reçoit pas de demandes par cette page.`,
      previewOnly: 'Le formulaire s’ouvrira ici quand le profil sera publié.',
      done: (name) => `Votre demande est transmise à ${name}.`,
      invalid: 'Indiquez votre nom, un e-mail valide et un message d’au moins dix caractères.',
      outdated: 'La page est restée ouverte trop longtemps. Copiez votre message, puis rechargez-la.',
      tooMany: 'Trop de demandes ont été envoyées d’ici. Réessayez plus tard ; votre message est resté là.',
      failed: 'L’envoi n’a pas réussi. Votre message est resté là ; réessayez.',
    },
  },
  en: {
    description: (name) => `Competencies, locations and contact of ${name}.`,
    preview: {
      draft: 'Preview: this profile is not published. Only your company sees it.',
      published: 'This profile is published: you see it as your customers do.',
      suspended: 'The operator of the programme has suspended this profile: your customers do not see it.',
      edit: 'Edit the profile',
    },
    contact: 'Get in touch',
    about: 'About the company',
    competencies: 'Competencies',
    noCompetencies: 'No competency is shown today.',
    shownUntil: (day) => `Valid until ${day}`,
    credential: 'Verifiable credential',
    credentialOf: (title) => `Verifiable credential: ${title}`,
    asOf: (day) => `Worked out on ${day} from the skills that the programme recognises.`,
    locations: 'Locations',
    languages: 'Languages',
    website: 'Website',
    country: 'Country',
    enquiry: {
      title: (name) => `Write to ${name}`,
      name: 'Your name',
      company: 'Your company',
      email: 'Your e-mail',
      phone: 'Telephone',
      competency: 'Your enquiry is about',
      any: 'Something else',
      message: 'Your message',
      optional: 'optional',
      leaveEmpty: 'Leave this field empty',
      send: 'Send the enquiry',
      privacy: (name) =>
        `Your details and your message go to ${name}, to answer you, and to nobody else. They are deleted one year after the exchange has ended, and two years after the last contact at the latest.`,
      noScript: 'The form needs JavaScript. Without it, use the website of the company.',
      closed: (name) => `${name} takes no enquiries by this page.`,
      previewOnly: 'The form will open here once the profile is published.',
      done: (name) => `Your enquiry has been passed on to ${name}.`,
      invalid: 'Give your name, a valid e-mail and a message of at least ten characters.',
      outdated: 'The page has been open for too long. Copy your message, then reload it.',
      tooMany: 'Too many enquiries were sent from here. Try again later; your message is still there.',
      failed: 'It was not sent. Your message is still there; try again.',
    },
  },
};
