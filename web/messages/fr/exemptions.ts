/** Dérogations : un niveau tenu pour un temps, quelles que soient les exigences. */
export const exemptions = {
  'exemptions.title': 'Dérogations',
  'exemptions.lead':
    'Niveaux que le programme laisse à {company} pour un temps, même si les exigences ne sont pas remplies.',
  'exemptions.nothing': 'Aucune dérogation',
  'exemptions.nothingText':
    'Tous les niveaux de l’entreprise viennent de ses qualifications et de ses chiffres. Une dérogation se demande à l’assistance du programme.',
  'exemptions.level': 'Compétence et niveau',
  'exemptions.first': 'Premier jour',
  'exemptions.last': 'Dernier jour',
  'exemptions.reason': 'Motif',
  'exemptions.over': '(terminée)',
  'exemptions.noEnd': 'sans date de fin',
  'exemptions.through': 'jusqu’au {day} inclus',
  'exemptions.standsIn': 'À partir du {day}, la dérogation ne remplace plus les exigences.',
  'exemptions.failed': 'Rien n’a été enregistré. Réessayez.',
  'exemptions.give': 'Accorder une dérogation',
  'exemptions.give.effect':
    '{company} tient le niveau jusqu’au dernier jour, partout où il est montré ; l’entreprise voit la date et le motif.',
  'exemptions.give.limit': 'Au plus tard le {day}. L’opérateur peut accorder davantage.',
  'exemptions.give.reasonHint': 'L’entreprise lit ce motif.',
  'exemptions.give.reasonShort': 'Écrivez le motif en quelques mots.',
  'exemptions.give.send': 'Accorder',
  'exemptions.give.back': 'Ne rien accorder',
  'exemptions.give.tooLong':
    'La durée dépasse ce que l’assistance peut accorder. Choisissez un jour plus proche.',
  'exemptions.give.given': 'Une dérogation est déjà en cours pour ce niveau.',
  'exemptions.give.day': 'Choisissez un jour à venir.',
  'exemptions.end': 'Mettre fin',
  'exemptions.end.title': 'Mettre fin à cette dérogation ?',
  'exemptions.end.effect': 'À partir du {day}, {level} n’est plus tenu que si les exigences sont remplies.',
  'exemptions.end.day': 'Premier jour sans la dérogation',
  'exemptions.end.range':
    '{last, select, none {Choisissez aujourd’hui ou un jour à venir.} other {Choisissez un jour d’aujourd’hui au {last}.}}',
  'exemptions.end.back': 'La garder',
} as const;
