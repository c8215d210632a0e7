import { Button } from '@fluentui/react-components';
import { ChartMultipleRegular, CopyRegular, TableRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../../messages/use-text.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartPlot, PLOT } from './ChartPlot.tsx';
import { ChartPoints } from './ChartPoints.tsx';
import styles from './Charts.module.css';
import { ChartTable } from './ChartTable.tsx';
import { allSeries, type ChartData, type ChartLink, chartText } from './chart-data.ts';
import { chartScale } from './chart-scale.ts';
import { useWidth } from './use-width.ts';

interface ChartProps {
  readonly title: string;
  /** What the picture shows, in a sentence, for who cannot see it; others read it below the title. */
  readonly description: string;
  /** What the points are: months. */
  readonly axis: string;
  readonly data: ChartData;
  readonly format: (value: number) => string;
  /** As the axis writes a number, where there is little room; without it as everywhere. */
  readonly formatTick?: (value: number) => string;
  /** There are no halves, as with people. */
  readonly whole?: boolean;
  /** Makes the numbers of the table and of the readout links to the rows behind them. */
  readonly link?: ChartLink;
  /** Further acts beside the table and the copy, such as a download. */
  readonly actions?: ReactNode;
}

/** The figures of one point, each the link to its rows. */
function Readout({ at, data, format, link }: Pick<ChartProps, 'data' | 'format' | 'link'> & { at: number }) {
  const t = useText();
  const point = data.points[at];
  if (point === undefined) return null;
  return (
    <dl className={`${styles.readout} no-print`}>
      <div>
        <dt className={styles.point}>{point.label}</dt>
        <dd />
      </div>
      {allSeries(data).map((series) => {
        const value = series.values[at] ?? null;
        const text = value === null ? t('chart.unknown') : format(value);
        return (
          <div key={series.id}>
            <dt>{series.label}</dt>
            <dd>{value === null ? text : (link?.(point, series, text) ?? text)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Takes the whole table along, as text that a sheet reads. */
function CopyTable({ axis, data }: Pick<ChartProps, 'axis' | 'data'>) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  // Without https a browser has no clipboard to write to; the table can still be marked by hand.
  if (navigator.clipboard === undefined) return null;
  const copy = () => void navigator.clipboard.writeText(chartText(axis, data)).then(() => setCopied(true));
  return (
    <Button size="small" icon={<CopyRegular />} onClick={copy} onBlur={() => setCopied(false)}>
      <span aria-live="polite">{t(copied ? 'chart.copied' : 'chart.copy')}</span>
    </Button>
  );
}

function Picture(props: ChartProps) {
  const { title, description, data, format, formatTick = format, whole = false, link } = props;
  const t = useText();
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const last = Math.max(0, data.points.length - 1);
  const [chosen, setChosen] = useState(last);
  const [lookedAt, setLookedAt] = useState<number | null>(null);
  const scale = chartScale(data, PLOT.height, whole);
  const longest = Math.max(...scale.ticks.map((tick) => formatTick(tick).length));
  const size = { width, left: 14 + longest * 7 };
  // Another choice of months may be shorter.
  const at = Math.min(lookedAt ?? chosen, last);
  const sayAll = (point: number) => {
    const figures = allSeries(data).map(({ label, values }) => {
      const value = values[point] ?? null;
      return t('chart.figure', { series: label, value: value === null ? t('chart.unknown') : format(value) });
    });
    return t('chart.point', { point: data.points[point]?.label ?? '', figures: figures.join(', ') });
  };
  return (
    <>
      <div ref={frame} className={styles.frame}>
        <ChartPlot
          title={title}
          description={description}
          data={data}
          scale={scale}
          size={size}
          format={formatTick}
          active={at}
        />
        <ChartPoints
          title={title}
          data={data}
          sayAll={sayAll}
          chosen={Math.min(chosen, last)}
          onChoose={setChosen}
          onLookAt={setLookedAt}
          from={(100 * size.left) / width}
          to={(100 * (width - PLOT.right)) / width}
        />
      </div>
      <ChartLegend data={data} />
      <Readout at={at} data={data} format={format} {...(link !== undefined && { link })} />
    </>
  );
}

/**
 * Columns with lines over them, the same numbers as a table, and a readout whose numbers lead to their rows. On paper
 * stand the picture and the table.
 */
export function Chart(props: ChartProps) {
  const { title, description, axis, data, format, link, actions } = props;
  const t = useText();
  const id = useId();
  const printing = usePrinting();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption className={styles.caption}>
        <div>
          <h3 id={id}>{title}</h3>
          <p>{description}</p>
        </div>
        <div className={`${styles.actions} no-print`}>
          <Button
            size="small"
            icon={asTable ? <ChartMultipleRegular /> : <TableRegular />}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'chart.asPicture' : 'chart.asTable')}
          </Button>
          <CopyTable axis={axis} data={data} />
          {actions}
        </div>
      </figcaption>
      {(!asTable || printing) && <Picture {...props} />}
      {(asTable || printing) && (
        <ChartTable title={title} axis={axis} data={data} format={format} link={link} />
      )}
    </figure>
  );
}
