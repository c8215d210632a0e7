import { daysBefore, mondayBefore } from '../../../src/contract/changes.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';

/** From which day on the page tells, as its address says, and the days that can be chosen at a touch. */
export function useSince() {
  const { day } = useSession();
  const [url, patch] = useUrlState();
  const monday = mondayBefore(day);
  const since = url.since ?? monday;
  return {
    since,
    /** Nothing lies between the two days. */
    impossible: since >= day,
    choose: (chosen: string) => patch({ since: chosen === monday ? undefined : chosen }),
    presets: {
      monday,
      week: daysBefore(day, 7),
      month: daysBefore(day, 30),
      year: daysBefore(day, 365),
    },
  };
}
