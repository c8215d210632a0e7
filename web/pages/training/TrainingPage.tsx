import { HatGraduationRegular } from '@fluentui/react-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Training } from '../../../src/contract/training.ts';
import { TRAINING_KINDS } from '../../../src/contract/training.ts';
import { getJson } from '../../api/client.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { Figures } from './Figures.tsx';
import { MonthsChart } from './MonthsChart.tsx';
import { SpanPicker } from './SpanPicker.tsx';
import styles from './Training.module.css';
import { TrainingRows } from './TrainingRows.tsx';
import { useSpan } from './use-span.ts';

function Content({ training }: { training: Training }) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const { from, to } = training;
  const total = TRAINING_KINDS.reduce((sum, kind) => sum + training.completions[kind], 0);
  return (
    <>
      <p className={styles.hint}>
        {t('training.between', { from: dates.month(from), to: dates.month(to) })}
        {!can('personal-data') && ` ${t('training.opaque')}`}
      </p>
      <Figures training={training} />
      <MonthsChart training={training} />
      {total === 0 ? (
        <EmptyState icon={<HatGraduationRegular />} title={t('training.empty')}>
          <p>{t('training.empty.hint')}</p>
          {can('import-skills') && (
            <Link to={PATHS.imports} className={table.link}>
              {t('nav.imports')}
            </Link>
          )}
        </EmptyState>
      ) : (
        <TrainingRows />
      )}
    </>
  );
}

function Dashboard() {
  const partner = usePartnerId();
  const { question } = useSession();
  const { from, to } = useSpan();
  const parameters = { ...question, from, to };
  const query = useQuery({
    queryKey: ['partner', partner, 'training', parameters],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<Training>(`/partners/${partner}/training`, parameters, signal),
  });
  return (
    <QueryView query={query} skeleton={<Bones count={6} height={88} />}>
      {(training) => <Content training={training} />}
    </QueryView>
  );
}

/** Certifications, exams and assessments by month and by person. The address holds the whole state. */
export function TrainingPage() {
  const t = useText();
  const { impossible } = useSpan();
  return (
    <PageFrame
      page="training"
      title={t('training.title')}
      ability="insights"
      lead={t('training.lead')}
      choice={<ProgrammeChoice />}
    >
      <SpanPicker />
      {!impossible && <Dashboard />}
    </PageFrame>
  );
}
