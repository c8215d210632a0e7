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

/** Far less than any score is divided into; takes away what a subtraction of decimals leaves behind. */
const NOISE = 1e-9;

/** Points that are still needed, to the next hundredth: with what is shown of the points they make the threshold. */
export function useMissingPoints(): (points: number) => string {
  const { formatNumber } = useIntl();
  return useCallback(
    (points) => formatNumber(points - NOISE, { maximumFractionDigits: 2, roundingMode: 'ceil' }),
    [formatNumber],
  );
}
