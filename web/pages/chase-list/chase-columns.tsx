import { useMemo } from 'react';
import { CHASE_HEADERS, type ChaseColumn, type ChaseRow, mcidsOf } from '../../../src/contract/chase-list.ts';
import { TwoParts } from '../../components/virtual-table/TwoParts.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

/** The columns of the file that say something here: PMC yes and Partner Center no is true of every row. */
const SHOWN = [
  ['firstName', 100],
  ['lastName', 108],
  ['workEmail', 196],
  ['mcid', 108],
  ['pmcSince', 112],
  ['levelsLost', 190],
  ['skillsLost', 200],
  ['remindedAt', 124],
] as const satisfies readonly (readonly [ChaseColumn, number])[];

type Shown = (typeof SHOWN)[number][0];

export function useChaseColumns(): readonly TableColumn<ChaseRow>[] {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const allOf = useAllOf();
  const { locale } = useLocale();
  return useMemo(() => {
    const text = (value: string) => <span title={value}>{value}</span>;
    const cells: Readonly<Record<Shown, (row: ChaseRow) => React.ReactNode>> = {
      firstName: (row) => text(row.firstName),
      lastName: (row) => text(row.lastName),
      workEmail: (row) => <TwoParts text={row.workEmail} mark="@" />,
      mcid: (row) => text(mcidsOf(row).join(', ')),
      pmcSince: (row) => dates.shortDay(row.accounts[0]!.since),
      levelsLost: (row) =>
        text(allOf(row.levelsLost.map((one) => `${local(one.name)} ${local(one.levelName)}`))),
      skillsLost: (row) => t('chase.skillsLost', { count: row.skillsLost.length }),
      remindedAt: (row) => (row.remindedAt === null ? t('users.never') : dates.instant(row.remindedAt)),
    };
    return SHOWN.map(([id, width]) => ({
      id,
      header: CHASE_HEADERS[id][locale].replaceAll("'", '’'),
      width,
      sortable: id !== 'mcid',
      pinned: id === 'firstName' || id === 'lastName' ? ('start' as const) : undefined,
      cell: cells[id],
    }));
  }, [t, dates, local, allOf, locale]);
}
