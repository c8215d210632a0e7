import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';

const DAY_MS = 86_400_000;

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

/** Days since the last Monday that is over: seven on a Monday. */
function daysSinceMonday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 || 7;
}

/** From which day on the page tells, as its address says, and the days that can be chosen at a touch. */
export function useSince() {
  const { day } = useSession();
  const [url, patch] = useUrlState();
  const monday = daysBefore(day, daysSinceMonday(day));
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
