/** Whom to tell of a change of the rules: a line for each level that a company loses or gains. */
import type { Locale } from '../../contract/common.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { OutputColumn, OutputRow } from '../../files/output-table.ts';
import type { KeptRehearsal, ListedCompany } from '../../store/rehearsals-store.ts';
import { plain, type ReportFileFormat, reportFile } from '../shared/report-file.ts';

const TEXTS = {
  en: {
    stem: 'notice-list',
    sheet: 'Notice list',
    company: 'Company ID',
    name: 'Company',
    change: 'Change',
    lost: 'Lost',
    gained: 'Gained',
    competency: 'Competency',
    level: 'Level',
    on: 'On',
    until: 'Until',
    keptUntil: 'Held by a membership until',
    programme: 'Programme',
    from: 'Rules before',
    to: 'Rules after',
    days: 'Days looked at',
  },
  fr: {
    stem: 'liste-des-entreprises-a-prevenir',
    sheet: 'Entreprises à prévenir',
    company: "ID de l'entreprise",
    name: 'Entreprise',
    change: 'Changement',
    lost: 'Perdu',
    gained: 'Gagné',
    competency: 'Compétence',
    level: 'Niveau',
    on: 'Le',
    until: "Jusqu'au",
    keptUntil: "Maintenu par une adhésion jusqu'au",
    programme: 'Programme',
    from: 'Règles avant',
    to: 'Règles après',
    days: 'Jours examinés',
  },
} as const;

function columnsOf(locale: Locale): readonly OutputColumn[] {
  const t = TEXTS[locale];
  return [
    { header: t.company, type: 'text', width: 18 },
    { header: t.name, type: 'text', width: 30 },
    { header: t.change, type: 'text', width: 12 },
    { header: t.competency, type: 'text', width: 34 },
    { header: t.level, type: 'text', width: 12 },
    { header: t.on, type: 'day', width: 12 },
    { header: t.until, type: 'day', width: 12 },
    { header: t.keptUntil, type: 'day', width: 18 },
  ];
}

export function noticeList(
  { fromCatalogue, toCatalogue, firstDay, lastDay }: KeptRehearsal,
  companies: readonly ListedCompany[],
  { name, competencies, levels }: Programme,
  format: ReportFileFormat,
  locale: Locale,
) {
  const t = TEXTS[locale];
  const nameOf = (all: Programme['competencies'] | Programme['levels'], id: string) =>
    plain(all.find((each) => each.id === id)?.name[locale] ?? id);
  const rows = companies.flatMap(({ partnerId, partnerName, changes }) =>
    changes.map(
      (change): OutputRow => [
        partnerId,
        partnerName,
        t[change.kind],
        nameOf(competencies, change.competency),
        nameOf(levels, change.level),
        change.on,
        change.until,
        change.keptUntil,
      ],
    ),
  );
  const about: readonly OutputRow[] = [
    [t.programme, plain(name[locale])],
    [t.from, fromCatalogue],
    [t.to, toCatalogue],
    [t.days, `${firstDay} – ${lastDay}`],
  ];
  return reportFile({
    fileStem: t.stem,
    sheet: t.sheet,
    columns: columnsOf(locale),
    rows,
    about,
    format,
    locale,
  });
}
