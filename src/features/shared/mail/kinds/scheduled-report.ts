import type { MailKind } from '../mail-text.ts';

/** A report that the person receives regularly. Values: `name`, `report`, `rows`, `days`, `attached` (`yes` or `no`). */
export const SCHEDULED_REPORT: MailKind = {
  name: 'scheduled-report',
  words: {
    fr: {
      subject: '{company} : {report}',
      paragraphs: [
        'Bonjour {name},',
        'Votre rapport régulier « {report} » est prêt : {rows, plural, =0 {aucune ligne} one {une ligne} other {# lignes}}.',
        '{attached, select, yes {Il est joint à ce message.} other {Vous pouvez le télécharger pendant {days} jours, après vous être connecté.}}',
      ],
      action: 'Ouvrir les rapports réguliers',
      notes: ['Sur cette page, vous pouvez aussi suspendre ou supprimer cet envoi.'],
    },
    en: {
      subject: '{company}: {report}',
      paragraphs: [
        'Hello {name},',
        'Your regular report “{report}” is ready: {rows, plural, =0 {no rows} one {one row} other {# rows}}.',
        '{attached, select, yes {It is attached to this message.} other {You can download it for {days} days, after signing in.}}',
      ],
      action: 'Open the regular reports',
      notes: ['On that page you can also pause or delete it.'],
    },
  },
};
