/** Ce que dit chaque graphique. */
export const charts = {
  'chart.asTable': 'Afficher en tableau',
  'chart.asPicture': 'Afficher en graphique',
  'chart.copy': 'Copier le tableau',
  'chart.copied': 'Copié',
  'chart.unknown': 'inconnu',
  'chart.figure': '{series} : {value}',
  'chart.point': '{point} – {figures}',
} as const;
