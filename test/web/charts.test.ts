import { describe, expect, it } from 'vitest';
import { axisNames, type ChartData, chartText } from '../../web/components/charts/chart-data.ts';
import { chartScale, columnPieces, isUnknown } from '../../web/components/charts/chart-scale.ts';

const months = ['2026-01', '2026-02', '2026-03'].map((id) => ({ id, label: `Month ${id}`, short: id }));

function data(columns: readonly (readonly (number | null)[])[], line: readonly number[] = []): ChartData {
  return {
    points: months,
    columns: columns.map((values, index) => ({ id: `${index}`, label: `Column ${index}`, values })),
    lines: line.length === 0 ? [] : [{ id: 'gold', label: 'Gold', kind: 'gold', values: line }],
  };
}

describe('the scale of a chart', () => {
  it('begins at zero and ends on a round number that no column and no threshold passes', () => {
    const { ticks, y } = chartScale(data([[3, 47, null]], [120, 120, 120]), 200, false);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(120);
    expect(y(0)).toBe(200);
    expect(y(ticks.at(-1)!)).toBe(0);
  });

  it('counts people in whole numbers', () => {
    for (const most of [0, 1, 2, 3, 7]) {
      const { ticks } = chartScale(data([[most, 0, 0]]), 200, true);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.length).toBeGreaterThan(1);
    }
  });

  it('has room below zero where figures were taken back', () => {
    const { ticks, y } = chartScale(data([[-40, 10, 0]]), 200, false);
    expect(ticks[0]).toBeLessThanOrEqual(-40);
    expect(ticks).toContain(0);
    expect(y(-40)).toBeLessThanOrEqual(200);
  });
});

describe('the axis of a chart', () => {
  const since2017 = Array.from({ length: 119 }, (_, at) => {
    const year = `${2017 + Math.floor(at / 12)}`;
    return { id: `${at}`, label: '', short: `M${(at % 12) + 1}`, group: year };
  });
  const shown = (names: readonly (string | null)[]) => names.filter((name) => name !== null);

  it('names the months, the last one always', () => {
    expect(axisNames(months, 1)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(axisNames(months, 2)).toEqual(['2026-01', null, '2026-03']);
    expect(shown(axisNames(since2017.slice(0, 24), 1))).toHaveLength(24);
  });

  it('names years where there are many months, where they begin and as far as there is room', () => {
    const names = axisNames(since2017, 4);
    expect(shown(names)).toEqual(['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']);
    expect(names.indexOf('2018')).toBe(12);
    expect(shown(axisNames(since2017, 20))).toEqual(['2019', '2021', '2023', '2025']);
  });
});

describe('the columns of a chart', () => {
  it('stand on one another, above zero and below', () => {
    expect(columnPieces(data([[2], [3], [-1], [0]]), 0)).toEqual([
      { series: 0, from: 0, to: 2 },
      { series: 1, from: 2, to: 5 },
      { series: 2, from: 0, to: -1 },
    ]);
  });

  it('tell a point of which nothing is known from one at zero', () => {
    expect([0, 1, 2].map((at) => isUnknown(data([[0, null, 5]]), at))).toEqual([false, true, false]);
  });
});

describe('the text of a chart', () => {
  it('has a line for each point and a column for each figure, empty where nothing is known', () => {
    expect(chartText('Month', data([[1.5, null, 3]], [10, 10, 20]))).toBe(
      'Month\tColumn 0\tGold\nMonth 2026-01\t1.5\t10\nMonth 2026-02\t\t10\nMonth 2026-03\t3\t20',
    );
  });
});
