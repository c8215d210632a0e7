/** Rapport des utilisateurs. */
export const usersReport = {
  'usersReport.title': 'Rapport des utilisateurs',
  'usersReport.tab': 'Rapport',
  'usersReport.export': 'Exporter le rapport des utilisateurs',
  'usersReport.contents':
    '{count, plural, =0 {Aucune ligne} one {# ligne} other {# lignes}}, {columns, plural, one {# colonne} other {# colonnes}}, au {day}',
  'usersReport.everybody': 'Toutes les personnes qui ont un compte, toutes les colonnes',
  'usersReport.lead':
    'Qui a accès, avec quels rôles, et quel compte d’apprentissage chaque personne a associé.',
  'usersReport.search': 'Rechercher un nom, un e-mail, un MCID',
  'usersReport.nothing': 'Personne ne correspond à ces filtres.',
  'usersReport.noAccount': 'aucun compte Microsoft Learning associé',
  'usersReport.account': 'MCID {mcid}, associé depuis le {day}',
} as const;
