import type { Locale } from '../../contract/common.ts';
import { trailOwner } from '../../contract/messages/labels.ts';
import type { NetworkAuditEvent } from '../../contract/network-audit.ts';
import type { OutputRow } from '../../files/output-table.ts';
import { plain, type ReportFile, reportFile } from '../shared/report-file.ts';

const HEADERS = [
  ['At', 'Le'],
  ['Company id', 'Identifiant de l’entreprise'],
  ['Company', 'Entreprise'],
  ['Number', 'Numéro'],
  ['What was done', 'Action'],
  ['Kind of event', 'Genre d’événement'],
  ['By', 'Par'],
  ['Name', 'Nom'],
  ['About', 'Objet'],
  ['Name of the person concerned', 'Nom de la personne concernée'],
  ['Particulars', 'Précisions'],
] as const;

const FILE_NAMES = { en: 'audit-trail', fr: 'journal-d-audit' } as const;

function cells(event: NetworkAuditEvent, locale: Locale): OutputRow {
  return [
    event.at,
    event.partnerId,
    trailOwner(event, locale),
    String(event.sequence),
    plain(event.label[locale]),
    event.action,
    event.actor,
    event.actorName,
    event.subject,
    event.subjectName,
    JSON.stringify(event.details),
  ];
}

/** All entries that fit, page by page while the file is read: it may be far longer than what memory holds. */
export function networkAuditFile(
  pages: AsyncIterable<readonly NetworkAuditEvent[]>,
  { locale, at }: { readonly locale: Locale; readonly at: Date },
): ReportFile {
  async function* rows(): AsyncGenerator<OutputRow> {
    for await (const page of pages) {
      for (const event of page) yield cells(event, locale);
    }
  }
  const stem = FILE_NAMES[locale];
  return reportFile({
    fileStem: `${stem}-${at.toISOString().slice(0, 10)}`,
    sheet: stem,
    columns: HEADERS.map(([en, fr]) => ({ header: plain({ en, fr }[locale]), type: 'text' })),
    rows: rows(),
    about: [],
    format: 'csv',
    locale,
  });
}
