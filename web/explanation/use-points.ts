import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/**
 * Points to hundredths, cut off and not rounded: 79.999 points are shown as 79.99, because 80 would say that
 * the next level is reached.
 */
export function usePoints(): (points: number) => string {
  const { formatNumber } = useIntl();
  return useCallback(
    (points) => formatNumber(points, { maximumFractionDigits: 2, roundingMode: 'trunc' }),
    [formatNumber],
  );
}

/** Far below a hundredth: what the difference of two figures of a computer may be off. */
const NOISE = 1e6;

/** Points that are missing to hundredths, rounded up: with what is shown as there they make the threshold. */
export function useMissingPoints(): (points: number) => string {
  const { formatNumber } = useIntl();
  return useCallback(
    (points) =>
      formatNumber(Math.round(points * NOISE) / NOISE, { maximumFractionDigits: 2, roundingMode: 'ceil' }),
    [formatNumber],
  );
}
