import { useId } from 'react';
import { ChartPatterns, patternFill } from './ChartPatterns.tsx';
import styles from './Charts.module.css';
import { axisNames, type ChartData, type ChartLine } from './chart-data.ts';
import { type ChartScale, columnPieces, isUnknown } from './chart-scale.ts';

/** Room around the plot for the words of the axes, in pixels. */
export const PLOT = { top: 10, right: 8, bottom: 24, height: 200 } as const;

export interface PlotSize {
  readonly width: number;
  /** Room for the numbers of the upright axis. */
  readonly left: number;
}

/** The middle of a point, and the width of its place. */
function placeOf({ width, left }: PlotSize, points: number, at: number) {
  const wide = (width - left - PLOT.right) / Math.max(1, points);
  return { wide, middle: left + wide * (at + 0.5) };
}

interface PlotProps {
  readonly title: string;
  readonly description: string;
  readonly data: ChartData;
  readonly scale: ChartScale;
  readonly size: PlotSize;
  readonly format: (value: number) => string;
  /** The point that the reader looks at. */
  readonly active: number | null;
}

function Columns({ data, scale, size, pattern }: PlotProps & { pattern: string }) {
  return data.points.map((point, at) => {
    const { wide, middle } = placeOf(size, data.points.length, at);
    const width = Math.min(48, wide * 0.64);
    const x = middle - width / 2;
    if (data.columns.length > 0 && isUnknown(data, at)) {
      const y = scale.y(0) - 14;
      return <rect key={point.id} x={x} y={y} width={width} height={14} className={styles.unknown} />;
    }
    return columnPieces(data, at).map(({ series, from, to }) => {
      const y = Math.min(scale.y(from), scale.y(to));
      const height = Math.max(1, Math.abs(scale.y(from) - scale.y(to)));
      return (
        <g key={`${point.id} ${series}`}>
          <rect x={x} y={y} width={width} height={height} fill={patternFill(pattern, series)} />
          <rect x={x} y={y} width={width} height={height} className={styles.edge} />
        </g>
      );
    });
  });
}

/** A figure joins the middles of its points; a threshold spans the whole place of each, so that its changes are steps. */
function linePath({ kind, values }: ChartLine, { data, scale, size }: PlotProps): string {
  let path = '';
  let drawing = false;
  values.forEach((value, at) => {
    if (value === null) {
      drawing = false;
      return;
    }
    const { wide, middle } = placeOf(size, data.points.length, at);
    const y = scale.y(value).toFixed(1);
    const begin = drawing ? 'L' : 'M';
    path +=
      kind === 'figure'
        ? `${begin}${middle.toFixed(1)} ${y}`
        : `${begin}${(middle - wide / 2).toFixed(1)} ${y}L${(middle + wide / 2).toFixed(1)} ${y}`;
    drawing = true;
  });
  return path;
}

function Line({ line, plot }: { line: ChartLine; plot: PlotProps }) {
  const { scale, size, data } = plot;
  return (
    <g>
      {line.kind !== 'figure' && <path d={linePath(line, plot)} className={styles.halo} />}
      <path d={linePath(line, plot)} className={`${styles.line} ${styles[line.kind]}`} />
      {line.kind === 'figure' &&
        line.values.map((value, at) => {
          const point = data.points[at];
          if (value === null || point === undefined) return null;
          const { middle } = placeOf(size, data.points.length, at);
          return <circle key={point.id} cx={middle} cy={scale.y(value)} r="3.5" className={styles.dot} />;
        })}
    </g>
  );
}

function Axes({ data, scale, size, format }: PlotProps) {
  const { points } = data;
  const { wide } = placeOf(size, points.length, 0);
  // Names that would touch are left out.
  const every = Math.max(1, Math.ceil(34 / wide));
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${size.left} ${scale.y(tick)}H${size.width - PLOT.right}`}
            className={tick === 0 ? styles.zero : styles.grid}
          />
          <text x={size.left - 8} y={scale.y(tick) + 4} textAnchor="end" className={styles.axis}>
            {format(tick)}
          </text>
        </g>
      ))}
      {axisNames(points, every).map((name, at) => {
        if (name === null) return null;
        const { middle } = placeOf(size, points.length, at);
        return (
          <text
            key={points[at]!.id}
            x={middle}
            y={PLOT.height + 18}
            textAnchor="middle"
            className={styles.axis}
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}

/** The picture of a chart: one image with a title and a description; its numbers stand in the table. */
export function ChartPlot(props: PlotProps) {
  const id = useId();
  const { title, description, data, size, active } = props;
  const height = PLOT.top + PLOT.height + PLOT.bottom;
  // What was reached stands in front of what is asked for.
  const figures = data.lines.filter(({ kind }) => kind === 'figure');
  const thresholds = data.lines.filter(({ kind }) => kind !== 'figure');
  const place = active === null ? null : placeOf(size, data.points.length, active);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 ${-PLOT.top} ${size.width} ${height}`}
      width="100%"
      className={styles.plot}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <ChartPatterns id={id} />
      {place !== null && (
        <rect
          x={place.middle - place.wide / 2}
          y={0}
          width={place.wide}
          height={PLOT.height}
          className={styles.active}
        />
      )}
      <Axes {...props} />
      <Columns {...props} pattern={id} />
      {[...thresholds, ...figures].map((line) => (
        <Line key={line.id} line={line} plot={props} />
      ))}
    </svg>
  );
}
