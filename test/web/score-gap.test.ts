import { describe, expect, it } from 'vitest';
import { scoreGap } from '../../web/explanation/score-gap.ts';

const SILVER = {
  points: 50,
  threshold: 60,
  below: 80,
  max: 100,
  metrics: [
    { metric: 'revenue', points: 50, max: 60 },
    { metric: 'developers', points: 0, max: 40 },
  ],
  unknown: [] as string[],
};

describe('what a score lacks', () => {
  it('is the missing points', () => {
    expect(scoreGap('unmet', SILVER)).toEqual({ kind: 'short', points: 10, atMost: false });
  });

  it('is at most the missing points where figures are not known', () => {
    const high = { ...SILVER, threshold: 70, unknown: ['revenue'] };
    expect(scoreGap('unmet', high)).toEqual({ kind: 'short', points: 20, atMost: true });
  });

  it('is no number of points as long as what is unknown may be enough', () => {
    expect(scoreGap('undetermined', { ...SILVER, unknown: ['revenue'] })).toEqual({ kind: 'open' });
  });

  it('is nothing but a metric without points where the points are there', () => {
    const gap = scoreGap('unmet', { ...SILVER, points: 60 });
    expect(gap).toEqual({ kind: 'empty-metrics', metrics: ['developers'] });
  });

  it('is a metric without points where unknown figures might bring the others', () => {
    const gap = scoreGap('unmet', { ...SILVER, unknown: ['revenue'] });
    expect(gap).toEqual({ kind: 'empty-metrics', metrics: ['developers'] });
  });

  it('is nothing above the band', () => {
    expect(scoreGap('unmet', { ...SILVER, points: 80 })).toEqual({ kind: 'too-high' });
  });
});
