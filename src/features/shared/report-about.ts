import type { Locale } from '../../contract/common.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { OutputRow } from '../../files/output-table.ts';
import type { Caller } from '../../http/caller.ts';
import type { AsOf } from './as-of.ts';

const TEXTS = {
  en: {
    partner: 'Company',
    asOf: 'As of',
    knownAt: 'As known on',
    everything: 'Everything known',
    programme: 'Programme',
    catalogue: 'Catalogue version',
    rows: 'Rows',
    by: 'Made by',
    at: 'Made at',
  },
  fr: {
    partner: 'Entreprise',
    asOf: 'À la date du',
    knownAt: 'Tel que connu le',
    everything: 'Tout ce qui est connu',
    programme: 'Programme',
    catalogue: 'Version du catalogue',
    rows: 'Lignes',
    by: 'Établi par',
    at: 'Établi le',
  },
} as const;

export interface AboutReport {
  readonly partner: string;
  readonly asOf: AsOf;
  /** `null` where no rules are asked. */
  readonly programme: Programme | null;
  readonly rows: number;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

/** The sheet that says of whom, of when and by whom a report is. */
export function aboutRows(about: AboutReport, locale: Locale): OutputRow[] {
  const texts = TEXTS[locale];
  const { programme } = about;
  return [
    [texts.partner, about.partner],
    [texts.asOf, about.asOf.validAt],
    [texts.knownAt, about.asOf.knownAt ?? texts.everything],
    ...(programme === null
      ? []
      : [
          [texts.programme, programme.name[locale]],
          [texts.catalogue, programme.version],
        ]),
    [texts.rows, about.rows],
    [texts.by, about.by],
    [texts.at, about.at.toISOString()],
  ];
}

/** The caller as the sheet names him or her. */
export function madeBy(caller: Caller, workEmail: string | undefined): string {
  return workEmail ?? (caller.kind === 'token' ? 'API' : caller.roles.join(', '));
}
