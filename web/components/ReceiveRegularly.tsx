import { Button } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { ScheduledReport } from '../../src/contract/scheduled-reports.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import { useSession } from './session.tsx';

/** Leads to receiving a report regularly where there is nothing to download at the moment. */
export function ReceiveRegularly({ report }: { readonly report: ScheduledReport }) {
  const t = useText();
  const { me } = useSession();
  const navigate = useNavigate();
  if (me.partner === null) return null;
  return (
    <Button
      icon={<CalendarClockRegular />}
      onClick={() => void navigate({ to: PATHS.scheduledReports, search: { report } })}
    >
      {t('scheduled.add')}
    </Button>
  );
}
