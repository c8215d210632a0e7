/** Profil commercial. */
export const businessProfile = {
  'businessProfile.title': 'Profil commercial',
  'businessProfile.lead':
    'Ce que vos clients voient de votre entreprise : une page publique, une place dans l’annuaire, vos compétences avec une attestation vérifiable.',
  'businessProfile.published': 'Publié',
  'businessProfile.published.since': 'Publié depuis le {day}. Vos clients vous trouvent à cette adresse :',
  'businessProfile.published.suspended':
    'Vous l’avez publié. Tant que la suspension dure, personne d’autre que vous et l’opérateur ne le voit.',
  'businessProfile.draft': 'Non publié',
  'businessProfile.draft.text':
    'Personne hors de votre entreprise ne le voit. Écrivez une ligne, regardez l’aperçu, puis publiez.',
  'businessProfile.publish': 'Publier',
  'businessProfile.publish.effect':
    'La page, l’annuaire et les moteurs de recherche montreront votre entreprise, ses sites et les compétences ci-contre.',
  'businessProfile.withdraw': 'Retirer',
  'businessProfile.withdraw.effect':
    'La page et l’entrée de l’annuaire disparaissent aussitôt ; vos attestations sont déclarées révoquées. Vos textes sont conservés.',
  'businessProfile.suspended': 'Suspendu par l’opérateur du programme',
  'businessProfile.suspended.since': 'Depuis le {day}, personne ne voit ce profil. Le motif :',
  'businessProfile.suspended.next':
    'Vos textes sont conservés. Corrigez-les, puis répondez à l’opérateur : lui seul peut rendre le profil visible.',
  'businessProfile.suspend': 'Suspendre le profil',
  'businessProfile.suspend.effect':
    'La page et l’entrée de l’annuaire disparaissent aussitôt, les attestations sont déclarées révoquées. L’entreprise est prévenue par e-mail et ne peut pas se republier seule.',
  'businessProfile.suspend.reason': 'Motif',
  'businessProfile.suspend.hint': 'L’entreprise le lit tel que vous l’écrivez.',
  'businessProfile.suspend.look': 'Voir la page du profil',
  'businessProfile.suspend.nothing': 'L’entreprise n’a encore rien enregistré.',
  'businessProfile.suspend.failed': 'Rien n’a été changé. Réessayez.',
  'businessProfile.release': 'Rendre visible de nouveau',
  'businessProfile.preview': 'Voir l’aperçu',
  'businessProfile.open': 'Ouvrir la page publique',
  'businessProfile.unsaved': 'L’aperçu montre ce qui est enregistré.',
  'businessProfile.whatYouDo': 'Ce que fait l’entreprise',
  'businessProfile.headline.fr': 'En une ligne, en français',
  'businessProfile.headline.en': 'En une ligne, en anglais',
  'businessProfile.description.fr': 'Présentation, en français',
  'businessProfile.description.en': 'Présentation, en anglais',
  'businessProfile.either':
    'Si une langue manque, l’autre est montrée. Une ligne vide sépare deux paragraphes.',
  'businessProfile.whereYouAre': 'Où et en quelles langues on vous trouve',
  'businessProfile.website': 'Site web',
  'businessProfile.website.invalid': 'Une adresse qui commence par https://',
  'businessProfile.languages': 'Langues dans lesquelles vous servez vos clients',
  'businessProfile.locations': 'Sites montrés',
  'businessProfile.locations.none': 'Aucun site n’est enregistré pour votre entreprise.',
  'businessProfile.address': 'Adresse de la page',
  'businessProfile.address.hint':
    'Minuscules, chiffres et tirets. Une ancienne adresse continue de mener à la nouvelle.',
  'businessProfile.address.invalid': 'Minuscules, chiffres et tirets seulement.',
  'businessProfile.logo': 'Logo',
  'businessProfile.logo.hint':
    'PNG ou JPEG, 512 ko et 2000 × 2000 points au plus. Sans logo : vos initiales.',
  'businessProfile.logo.choose': 'Choisir un fichier',
  'businessProfile.logo.remove': 'Retirer le logo',
  'businessProfile.logo.alt': 'Logo actuel',
  'businessProfile.logo.failed':
    'Ce fichier n’a pas été accepté : un PNG ou un JPEG entier, de 512 ko au plus.',
  'businessProfile.shown': 'Compétences montrées aujourd’hui',
  'businessProfile.shown.none':
    'Aucune compétence n’est montrée aujourd’hui : il faut un niveau atteint et l’adhésion correspondante.',
  'businessProfile.shown.until': 'jusqu’au {day}',
  'businessProfile.shown.note': 'La liste est calculée chaque jour ; elle ne se modifie pas ici.',
  'businessProfile.enquiries': 'Demandes de clients',
  'businessProfile.takesEnquiries': 'Recevoir des demandes par la page publique',
  'businessProfile.recipients': 'Qui est prévenu par e-mail',
  'businessProfile.recipients.hint':
    'Sans choix, toutes ces personnes sont prévenues. L’e-mail ne contient ni le message ni les coordonnées.',
  'businessProfile.inbox': 'Ouvrir les demandes de clients',
  'businessProfile.save': 'Enregistrer',
  'businessProfile.saved': 'Enregistré.',
  'businessProfile.failed': 'Rien n’a été enregistré. Votre texte est resté là ; réessayez.',
  'businessProfile.slugTaken': 'Une autre entreprise a, ou a eu, cette adresse. Choisissez-en une autre.',
  'businessProfile.empty': 'Écrivez d’abord une ligne sur ce que fait l’entreprise, puis enregistrez.',
  'businessProfile.changed':
    'Le profil a été modifié entre-temps par quelqu’un d’autre. Copiez vos textes, puis rechargez la page.',
} as const;
