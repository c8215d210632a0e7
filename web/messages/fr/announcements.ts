/** Ce que l’opérateur annonce aux entreprises. */
export const announcements = {
  'announcements.title': 'Annonces',
  'announcements.lead':
    'Un message en haut de toutes les pages des entreprises choisies, dans la langue de chaque personne, d’un moment à un autre.',
  'announcements.new': 'Nouvelle annonce',
  'announcements.none': 'Aucune annonce',
  'announcements.none.text':
    'Ce que vous annoncez est vu de toutes les personnes des entreprises choisies, même sans rôle.',
  'announcements.text.fr': 'Texte en français',
  'announcements.text.en': 'Texte en anglais',
  'announcements.kind': 'Genre',
  'announcements.kind.information': 'Information',
  'announcements.kind.warning': 'Avertissement',
  'announcements.audience': 'Pour qui',
  'announcements.audience.all': 'Toutes les entreprises',
  'announcements.audience.some': 'Certaines entreprises',
  'announcements.audience.count': '{count, plural, one {# entreprise} other {# entreprises}}',
  'announcements.companies': 'Identifiants des entreprises, séparés par des virgules',
  'announcements.from': 'À partir du',
  'announcements.until': 'Jusqu’au',
  'announcements.span.wrong': 'La fin vient après le début, et pas avant aujourd’hui.',
  'announcements.unknown':
    'Une des entreprises n’existe pas. Rien n’a été annoncé : vérifiez les identifiants.',
  'announcements.failed':
    'Rien n’a été changé ; ce que vous avez saisi est toujours là. Réessayez dans un instant.',
  'announcements.send': 'Annoncer',
  'announcements.back': 'Annuler',
  'announcements.state.planned': 'Prévue',
  'announcements.state.shown': 'Affichée',
  'announcements.state.over': 'Terminée',
  'announcements.end': 'Terminer',
  'announcements.end.effect':
    'L’annonce disparaît des pages tout de suite. Si elle n’a pas commencé, elle est oubliée.',
} as const;
