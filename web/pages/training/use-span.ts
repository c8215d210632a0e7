import { isTrainingSpan, lastMonths, TRAINING_SPANS } from '../../../src/contract/training.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';

const USUAL = 12;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The months of the page, as its address says: the last twelve where it says nothing. */
export function useSpan() {
  const { day } = useSession();
  const [url, patch] = useUrlState();
  const usual = lastMonths(day, USUAL);
  const { from = usual.from, to = usual.to } = url;
  const preset = TRAINING_SPANS.find((months) => {
    const last = lastMonths(day, months);
    return last.from === from && last.to === to;
  });
  return {
    from,
    to,
    /** Of how many months up to now it is, when it is one of those that can be chosen at a touch. */
    preset: preset ?? null,
    impossible: !MONTH.test(from) || !MONTH.test(to) || !isTrainingSpan({ from, to }),
    choose: (span: { readonly from: string; readonly to: string }) => patch({ ...span, month: undefined }),
    chooseLast: (months: number) => {
      const span = months === USUAL ? { from: undefined, to: undefined } : lastMonths(day, months);
      patch({ ...span, month: undefined });
    },
  };
}
