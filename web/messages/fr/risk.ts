/** Ce qui peut faire perdre un niveau. */
export const risk = {
  'risk.title': 'Ce qui peut être perdu',
  'risk.lead':
    'D’après ce qui est déjà connu, jusqu’au {day}. Les chiffres de performance sont supposés ne pas changer.',
  'risk.nothing': 'Aucun niveau n’est atteint par une option : il n’y a rien à perdre.',
  'risk.column.level': 'Niveau',
  'risk.column.loss': 'Premier jour sans le niveau',
  'risk.column.departures': 'Départs supportés',
  'risk.column.critical': 'Personnes indispensables',
  'risk.loss.none': 'Tenu au moins jusqu’au',
  'risk.departures':
    '{count, plural, =0 {Aucun} one {# départ, quel qu’il soit} other {# départs, quels qu’ils soient}}',
  'risk.departures.atLeast':
    '{count, plural, =0 {Au moins 0, le nombre exact n’est pas établi} one {Au moins # départ, quel qu’il soit} other {Au moins # départs, quels qu’ils soient}}',
  'risk.departures.any': 'Aucun départ ne le fait perdre',
  'risk.critical.nobody': 'Personne en particulier',
  'risk.critical.undecided': 'Non établi',
  'risk.critical.more': '{count, plural, one {et # autre} other {et # autres}}',
} as const;
