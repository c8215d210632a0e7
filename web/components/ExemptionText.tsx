import type { HeldByExemption } from '../../src/contract/exemptions.ts';
import { addDays, useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import table from '../ui/Table.module.css';

/** Until when a level is held by exemption, the last day included, and why. */
export function ExemptionText({ exemption: { until, reason } }: { exemption: HeldByExemption }) {
  const t = useText();
  const dates = useDates();
  const last =
    until === null ? t('exemptions.noEnd') : t('exemptions.through', { day: dates.day(addDays(until, -1)) });
  return (
    <div className={table.quiet}>
      {last}
      {reason !== null && ` · ${reason}`}
    </div>
  );
}
