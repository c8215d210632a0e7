import { TRAINING_KIND_LABELS } from '../../../src/contract/messages/training-texts.ts';
import type { Training } from '../../../src/contract/training.ts';
import { TRAINING_KINDS } from '../../../src/contract/training.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import type { ChartData, ChartLink } from '../../components/charts/chart-data.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { useSession } from '../../components/session.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { RowsLink } from './RowsLink.tsx';

/** What was completed in each month, by kind; each number is the link to its completions. */
export function MonthsChart({ training }: { training: Training }) {
  const t = useText();
  const dates = useDates();
  const { locale } = useLocale();
  const { question } = useSession();
  const { months, completions, from, to } = training;
  const data: ChartData = {
    points: months.map(({ month }) => ({
      id: month,
      label: dates.month(month),
      short: dates.shortMonth(month),
      group: month.slice(0, 4),
    })),
    columns: TRAINING_KINDS.map((kind) => ({
      id: kind,
      label: TRAINING_KIND_LABELS[locale][kind],
      values: months.map((month) => month.completions[kind]),
    })),
    lines: [],
  };
  const link: ChartLink = (point, series, text) =>
    text === '0' ? (
      text
    ) : (
      <RowsLink view="completions" kind={series.id} month={point.id} className={table.link!}>
        {text}
      </RowsLink>
    );
  const total = TRAINING_KINDS.reduce((sum, kind) => sum + completions[kind], 0);
  const span = { from: dates.month(from), to: dates.month(to) };
  return (
    <section className={card.card}>
      <Chart
        title={t('training.chart.title')}
        description={t('training.chart.description', { ...span, total })}
        axis={t('training.chart.axis')}
        data={data}
        format={(value) => value.toLocaleString(locale)}
        whole
        link={link}
        actions={
          <DownloadReport
            report="training"
            label={t('training.chart.download')}
            parameters={{ ...question, from, to }}
            contents={t('training.chart.contents', { count: months.length })}
            reason={null}
          />
        }
      />
    </section>
  );
}
