import { Link } from '@tanstack/react-router';
import type { ChaseRow } from '../../../src/contract/chase-list.ts';
import { useProgrammeRules } from '../../components/programme.ts';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './ChaseList.module.css';

function LostThings({ row }: { row: ChaseRow }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const named = useProgrammeRules().data?.skills ?? {};
  if (row.skillsLost.length === 0) return <p>{t('chase.nothingLost')}</p>;
  const day = row.lostOn;
  return (
    <>
      <h3>{day === null ? t('chase.lost.later') : t('chase.lost', { day: dates.day(day) })}</h3>
      <ul>
        {row.levelsLost.map((one) => (
          <li key={`${one.competency} ${one.level}`}>
            <strong>
              {local(one.name)} {local(one.levelName)}
            </strong>
          </li>
        ))}
        {row.skillsLost.map((skill) => (
          <li key={skill}>{named[skill]?.title ?? skill}</li>
        ))}
      </ul>
    </>
  );
}

function Person({ row }: { row: ChaseRow }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  return (
    <div className={styles.panel}>
      <p>{row.workEmail}</p>
      <h3>{t('chase.accounts')}</h3>
      <ul>
        {row.accounts.map((one) => (
          <li key={`${one.provider} ${one.accountId}`}>
            {t('chase.account', {
              provider: provider(one.provider),
              account: one.accountId,
              day: dates.day(one.since),
            })}
          </li>
        ))}
      </ul>
      <LostThings row={row} />
      <h3>{t('chase.reminder')}</h3>
      <p>
        {row.remindedAt === null
          ? t('chase.reminder.never')
          : t('chase.reminder.last', { instant: dates.instant(row.remindedAt) })}{' '}
        {row.nextReminderOn !== null && t('remind.next', { day: dates.day(row.nextReminderOn) })}
      </p>
      {row.nextReminderOn === null && (
        <div>
          <RemindButton label={t('remind.ask')} count={1} people={async () => [row.userId]} primary />
        </div>
      )}
      <Link to={PATHS.skillsReport} search={{ user: row.userId }} className={table.link}>
        {t('chase.skills')}
      </Link>
    </div>
  );
}

/** One person of the list: what is at stake, and the reminder. */
export function ChasePanel({ row, onClose }: { row: ChaseRow | null; onClose: () => void }) {
  return (
    <SidePanel
      open={row !== null}
      title={row === null ? '' : `${row.firstName} ${row.lastName}`}
      onClose={onClose}
    >
      {row !== null && <Person row={row} />}
    </SidePanel>
  );
}
