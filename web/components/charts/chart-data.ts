import type { ReactNode } from 'react';

/** One place on the axis, such as a month. */
export interface ChartPoint {
  readonly id: string;
  /** In full, as the table and the readout name it: March 2026. */
  readonly label: string;
  /** As the axis names it, where there is little room: Mar. */
  readonly short: string;
  /** What follows one another on the axis where there are too many points to name any: 2026. */
  readonly group?: string;
}

/** So many points are named by themselves; more of them only where their group changes. */
const MOST_NAMED = 24;

/**
 * The names on the axis; `null` where there is none.
 * @param every names need the room of so many points
 */
export function axisNames(points: readonly ChartPoint[], every: number): readonly (string | null)[] {
  const last = points.length - 1;
  if (points.length <= MOST_NAMED || points[0]?.group === undefined)
    return points.map(({ short }, at) => ((last - at) % every === 0 ? short : null));
  let named = 0;
  return points.map(({ group }, at) => {
    const begins = at > 0 && group !== points[at - 1]!.group;
    if (!begins || at - named < every) return null;
    named = at;
    return group!;
  });
}

/** A figure for each point; `null` where nothing is known, which is not zero. */
export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** `figure` is drawn through the points; the others are thresholds, each with its own stroke. */
export type ChartLineKind = 'figure' | 'silver' | 'gold' | 'other';

export interface ChartLine extends ChartSeries {
  readonly kind: ChartLineKind;
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  /** Drawn as columns, one on top of the other. */
  readonly columns: readonly ChartSeries[];
  /** Drawn over the columns. */
  readonly lines: readonly ChartLine[];
}

/** Makes a number the link to the rows behind it; without one it is plain text. */
export type ChartLink = (point: ChartPoint, series: ChartSeries, text: string) => ReactNode;

/** Everything that a chart shows, columns before lines, as its table and its legend name it. */
export function allSeries({ columns, lines }: ChartData): readonly ChartSeries[] {
  return [...columns, ...lines];
}

/** The table of a chart as text, a line for each point; a sheet of any program takes it from the clipboard. */
export function chartText(axis: string, data: ChartData): string {
  const series = allSeries(data);
  const cell = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
  const rows = data.points.map(({ label }, at) => [
    cell(label),
    ...series.map(({ values }) => String(values[at] ?? '')),
  ]);
  return [[cell(axis), ...series.map(({ label }) => cell(label))], ...rows]
    .map((row) => row.join('\t'))
    .join('\n');
}
