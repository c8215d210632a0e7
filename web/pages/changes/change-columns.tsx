import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ChangeColumn, SkillChangeView } from '../../../src/contract/changes.ts';
import {
  CHANGE_HEADERS,
  CHANGE_LABELS,
  changeCauseSentence,
} from '../../../src/contract/messages/change-texts.ts';
import { TwoParts } from '../../components/virtual-table/TwoParts.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { ChangeMark } from './ChangeMark.tsx';

/** Why a skill is another than it was, as a sentence. */
export function useChangeCause(): (change: SkillChangeView) => string {
  const { locale } = useLocale();
  const dates = useDates();
  const reasonText = useReasonText();
  return useCallback(
    ({ cause, achievedOn, reason }) =>
      changeCauseSentence(cause, locale, {
        day: dates.day(achievedOn),
        reason: reason === null ? '' : reasonText(reason),
      }),
    [locale, dates, reasonText],
  );
}

const SHOWN = [
  ['change', 190],
  ['firstName', 100],
  ['lastName', 108],
  ['skillId', 150],
  ['skillTitle', 260],
  ['cause', 320],
  ['relevantFor', 220],
] as const satisfies readonly (readonly [ChangeColumn, number])[];

type Shown = (typeof SHOWN)[number][0];

export function useChangeColumns(): readonly TableColumn<SkillChangeView>[] {
  const { locale } = useLocale();
  const local = useLocalText();
  const allOf = useAllOf();
  const cause = useChangeCause();
  return useMemo(() => {
    const text = (value: string) => <span title={value}>{value}</span>;
    const cells: Readonly<Record<Shown, (row: SkillChangeView) => React.ReactNode>> = {
      change: (row) => <ChangeMark change={row.change} label={CHANGE_LABELS[locale][row.change]} />,
      firstName: (row) => text(row.firstName),
      lastName: (row) => (
        <Link to={PATHS.skillsReport} search={{ user: row.userId }} className={table.link}>
          {row.lastName}
        </Link>
      ),
      skillId: (row) => <TwoParts text={row.skillId} mark=":" />,
      skillTitle: (row) => text(row.skillTitle),
      cause: (row) => text(cause(row)),
      relevantFor: (row) => text(allOf([...new Set(row.relevantFor.map(({ name }) => local(name)))])),
    };
    return SHOWN.map(([id, width]) => ({
      id,
      header: CHANGE_HEADERS[id][locale].replaceAll("'", '’'),
      width,
      sortable: false,
      cell: cells[id],
    }));
  }, [locale, local, allOf, cause]);
}
