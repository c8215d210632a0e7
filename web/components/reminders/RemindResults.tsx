import type { Reminder, ReminderResult } from '../../../src/contract/reminders.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';

const TEXTS: Readonly<Record<ReminderResult, MessageId>> = {
  queued: 'remind.result.queued',
  'sent-before': 'remind.result.sentBefore',
  associated: 'remind.result.associated',
  'not-active': 'remind.result.notActive',
  'unknown-user': 'remind.result.unknownUser',
  'no-mail-server': 'remind.result.noMailServer',
  'no-address': 'remind.result.noAddress',
};

/** What became of a request to remind, and when the next one may go. */
export function RemindResults({ answers }: { answers: readonly Reminder[] }) {
  const t = useText();
  const dates = useDates();
  const results = (Object.keys(TEXTS) as ReminderResult[]).map((result) => ({
    result,
    count: answers.filter((one) => one.result === result).length,
  }));
  const next = answers.find(({ nextOn }) => nextOn !== null)?.nextOn;
  return (
    <div role="status">
      <ul>
        {results
          .filter(({ count }) => count > 0)
          .map(({ result, count }) => (
            <li key={result}>{t(TEXTS[result], { count })}</li>
          ))}
      </ul>
      {next != null && <p>{t('remind.next', { day: dates.day(next) })}</p>}
    </div>
  );
}
