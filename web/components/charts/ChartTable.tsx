import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './Charts.module.css';
import { allSeries, type ChartData, type ChartLink } from './chart-data.ts';

interface ChartTableProps {
  readonly title: string;
  /** What the points are: months. */
  readonly axis: string;
  readonly data: ChartData;
  readonly format: (value: number) => string;
  readonly link: ChartLink | undefined;
}

/** The same numbers as the picture, a row for each point. */
export function ChartTable({ title, axis, data, format, link }: ChartTableProps) {
  const t = useText();
  const series = allSeries(data);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={title}>
      <table className={`${table.table} ${styles.table}`}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            {series.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.points.map((point, at) => (
            <tr key={point.id}>
              <th scope="row">{point.label}</th>
              {series.map((each) => {
                const value = each.values[at] ?? null;
                const text = value === null ? t('chart.unknown') : format(value);
                return <td key={each.id}>{value === null ? text : (link?.(point, each, text) ?? text)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
