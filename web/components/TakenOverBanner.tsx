import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import { useSession } from './session.tsx';

/** Whoever of the network reads a company that was taken over is told so on each of its pages. */
export function TakenOverBanner() {
  const t = useText();
  const dates = useDates();
  const { partner, partners } = useSession();
  if (partner === null || partner.mergedAt == null) return null;
  const into = partners.find(({ id }) => id === partner.mergedInto)?.name ?? partner.mergedInto ?? '';
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t('mergeCompanies.closed', {
          company: partner.name,
          into,
          on: dates.day(partner.mergedAt.slice(0, 10)),
        })}
      </MessageBarBody>
    </MessageBar>
  );
}
