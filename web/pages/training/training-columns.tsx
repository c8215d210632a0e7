import { useMemo } from 'react';
import { TRAINING_KIND_LABELS } from '../../../src/contract/messages/training-texts.ts';
import type { TrainingCompletion, TrainingPerson } from '../../../src/contract/training.ts';
import { TRAINING_KINDS } from '../../../src/contract/training.ts';
import { useSkillTypeLabel } from '../../components/use-labels.ts';
import { TwoParts } from '../../components/virtual-table/TwoParts.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import { RowsLink } from './RowsLink.tsx';

type Person = TrainingPerson['person'];

/** As lists name people: by the last name, or by the id that stands for it. */
export function personName({ lastName, firstName, label }: Person): string {
  return lastName === null ? label : `${lastName} ${firstName}`;
}

export function usePeopleColumns(): readonly TableColumn<TrainingPerson>[] {
  const t = useText();
  const dates = useDates();
  const { locale } = useLocale();
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('training.column.person'),
        width: 260,
        sortable: true,
        pinned: 'start',
        cell: ({ person }) => personName(person),
      },
      ...TRAINING_KINDS.map(
        (kind): TableColumn<TrainingPerson> => ({
          id: kind,
          header: TRAINING_KIND_LABELS[locale][kind],
          width: 140,
          sortable: true,
          cell: ({ person, completions }) =>
            completions[kind] === 0 ? (
              '0'
            ) : (
              <RowsLink view="completions" kind={kind} user={person.id} className={table.link!}>
                {completions[kind].toLocaleString(locale)}
              </RowsLink>
            ),
        }),
      ),
      {
        id: 'latest',
        header: t('training.column.latest'),
        width: 160,
        sortable: true,
        cell: ({ latest }) => dates.month(latest),
      },
    ],
    [t, dates, locale],
  );
}

export function useCompletionColumns(): readonly TableColumn<TrainingCompletion>[] {
  const t = useText();
  const dates = useDates();
  const type = useSkillTypeLabel();
  return useMemo(
    () => [
      {
        id: 'completedOn',
        header: t('training.column.completedOn'),
        width: 130,
        sortable: false,
        cell: ({ completedOn }) => dates.shortDay(completedOn),
      },
      {
        id: 'person',
        header: t('training.column.person'),
        width: 220,
        sortable: false,
        cell: ({ person }) => personName(person),
      },
      {
        id: 'kind',
        header: t('training.kind'),
        width: 120,
        sortable: false,
        cell: ({ kind }) => type(kind),
      },
      {
        id: 'skill',
        header: t('training.column.skill'),
        width: 190,
        sortable: false,
        cell: ({ skillId }) => <TwoParts text={skillId} mark=":" />,
      },
      {
        id: 'title',
        header: t('report.column.skillTitle'),
        width: 360,
        sortable: false,
        cell: ({ title }) => <span title={title}>{title}</span>,
      },
    ],
    [t, dates, type],
  );
}
