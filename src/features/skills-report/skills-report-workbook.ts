import { Readable } from 'node:stream';
import type { Locale } from '../../contract/common.ts';
import type { SkillsReportColumn, SkillsReportRow } from '../../contract/skills-report.ts';
import type { OutputRow } from '../../files/output-table.ts';
import { writeDelimited } from '../../files/write-delimited.ts';
import { writeXlsx } from '../../files/write-xlsx.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { fileColumns, fileRow } from './skills-report-cells.ts';

export type ReportFileFormat = 'csv' | 'tsv' | 'xlsx';

export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Readable;
}

export interface ReportFileOrder {
  readonly rows: readonly SkillsReportRow[];
  readonly columns: readonly SkillsReportColumn[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

const MEDIA_TYPES: Readonly<Record<ReportFileFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  tsv: 'text/tab-separated-values; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const TEXTS = {
  en: {
    sheet: 'Skills report',
    about: 'About',
    partner: 'Company',
    asOf: 'As of',
    knownAt: 'As known on',
    everything: 'Everything known',
    programme: 'Programme',
    catalogue: 'Catalogue version',
    rows: 'Rows',
    by: 'Made by',
    at: 'Made at',
    file: 'skills-report',
  },
  fr: {
    sheet: 'Rapport des qualifications',
    about: 'À propos',
    partner: 'Entreprise',
    asOf: 'À la date du',
    knownAt: 'Tel que connu le',
    everything: 'Tout ce qui est connu',
    programme: 'Programme',
    catalogue: 'Version du catalogue',
    rows: 'Lignes',
    by: 'Établi par',
    at: 'Établi le',
    file: 'rapport-des-qualifications',
  },
} as const;

function aboutRows(answer: PartnerAnswer, order: ReportFileOrder): OutputRow[] {
  const texts = TEXTS[order.locale];
  return [
    [texts.partner, answer.partner.name],
    [texts.asOf, answer.asOf.validAt],
    [texts.knownAt, answer.asOf.knownAt ?? texts.everything],
    [texts.programme, answer.programme.name[order.locale]],
    [texts.catalogue, answer.programme.version],
    [texts.rows, order.rows.length],
    [texts.by, order.by],
    [texts.at, order.at.toISOString()],
  ];
}

function* cellsOf({ programme }: PartnerAnswer, order: ReportFileOrder): Generator<OutputRow> {
  for (const row of order.rows) yield fileRow(row, order.columns, order.locale, programme);
}

function contentOf(answer: PartnerAnswer, order: ReportFileOrder): AsyncGenerator<Buffer, void> {
  const columns = fileColumns(order.columns, order.locale);
  if (order.format !== 'xlsx') {
    return writeDelimited(order.format === 'csv' ? ',' : '\t', columns, cellsOf(answer, order));
  }
  const texts = TEXTS[order.locale];
  return writeXlsx([
    { name: texts.sheet, columns, rows: cellsOf(answer, order) },
    {
      name: texts.about,
      columns: [
        { header: texts.about, type: 'text', width: 24 },
        { header: '', type: 'text', width: 48 },
      ],
      rows: aboutRows(answer, order),
      filter: false,
    },
  ]);
}

/** The report as a file that is written while it is read: the rows that the screen shows, in its order. */
export function reportFile(answer: PartnerAnswer, order: ReportFileOrder): ReportFile {
  const { file } = TEXTS[order.locale];
  return {
    fileName: `${file}-${answer.partner.id}-${answer.asOf.validAt}.${order.format}`,
    mediaType: MEDIA_TYPES[order.format],
    content: Readable.from(contentOf(answer, order), { objectMode: false }),
  };
}
