/** What every chart says. */
export const charts = {
  'chart.asTable': 'Show as a table',
  'chart.asPicture': 'Show as a chart',
  'chart.copy': 'Copy the table',
  'chart.copied': 'Copied',
  'chart.unknown': 'unknown',
  'chart.figure': '{series}: {value}',
  'chart.point': '{point} – {figures}',
} as const;
