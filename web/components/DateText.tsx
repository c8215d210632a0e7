import { useDates } from '../messages/use-dates.ts';
import { useSession } from './session.tsx';

interface DateTextProps {
  readonly on: string;
  /** Adds how far it is from today. */
  readonly relative?: boolean;
  readonly short?: boolean;
}

/** A day in the language of the page, exact, with its distance from today where that helps. */
export function DateText({ on, relative = false, short = false }: DateTextProps) {
  const dates = useDates();
  const { me } = useSession();
  const exact = short ? dates.shortDay(on) : dates.day(on);
  return (
    <time dateTime={on} title={dates.relative(on, me.today)}>
      {relative ? `${exact} (${dates.relative(on, me.today)})` : exact}
    </time>
  );
}
