/** Where the values of a chart lie: pure arithmetic on pixels and numbers. */
import { allSeries, type ChartData } from './chart-data.ts';

export interface ChartScale {
  /** From the lowest to the highest, zero among them; the first and the last are the ends of the scale. */
  readonly ticks: readonly number[];
  /** Pixels from the top of the plot. */
  readonly y: (value: number) => number;
}

/** About so many lines are drawn across a chart. */
const STEPS = 4;

/** The next of 1, 2, 2.5, 5 and their tenfolds. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Lowest and highest of what is drawn; columns stand on one another, below zero as above it. */
function extent(data: ChartData): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  data.points.forEach((_, at) => {
    let above = 0;
    let below = 0;
    for (const { values } of data.columns) {
      const value = values[at] ?? 0;
      if (value > 0) above += value;
      else below += value;
    }
    const lines = data.lines.map(({ values }) => values[at] ?? 0);
    high = Math.max(high, above, ...lines);
    low = Math.min(low, below, ...lines);
  });
  return { low, high };
}

/** @param whole there are no halves, as with people */
export function chartScale(data: ChartData, height: number, whole: boolean): ChartScale {
  const { low, high } = extent(data);
  const rough = (high - low || 1) / STEPS;
  const step = whole ? Math.max(1, Math.ceil(roundStep(rough))) : roundStep(rough);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const [bottom, top] = [first * step, last * step];
  return { ticks, y: (value) => (height * (top - value)) / (top - bottom) };
}

/** A piece of a column: of which series, and between which two values. */
export interface ColumnPiece {
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

export function columnPieces({ columns }: ChartData, at: number): readonly ColumnPiece[] {
  let above = 0;
  let below = 0;
  return columns.flatMap(({ values }, series): ColumnPiece[] => {
    const value = values[at] ?? 0;
    if (value === 0) return [];
    const from = value > 0 ? above : below;
    if (value > 0) above += value;
    else below += value;
    return [{ series, from, to: from + value }];
  });
}

/** Nothing is known of the point. */
export function isUnknown(data: ChartData, at: number): boolean {
  return allSeries({ ...data, lines: [] }).every(({ values }) => (values[at] ?? null) === null);
}
