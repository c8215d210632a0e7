import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, FlagRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordCheckView } from '../../../src/contract/list-checks.ts';
import type { OwnSkill } from '../../../src/contract/profile.ts';
import { ownChecksQuery, useCheckRecords } from '../../api/list-checks.ts';
import { Failure } from '../../components/Failure.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Profile.module.css';

/** What the reader has said of the own records, by record. */
export function useOwnChecks(): ReadonlyMap<string, RecordCheckView> {
  const { data } = useQuery(ownChecksQuery);
  return new Map((data?.value ?? []).map((check) => [check.recordId, check]));
}

/** Somebody asks the reader to check the list: how much is left of it, and all of it in one go. */
export function AskedToCheck({ skills }: { skills: readonly OwnSkill[] }) {
  const t = useText();
  const dates = useDates();
  const { data } = useQuery(ownChecksQuery);
  const check = useCheckRecords();
  const asked = data?.asked[0];
  if (data === undefined || asked === undefined) return null;
  const checked = new Set(data.value.map(({ recordId }) => recordId));
  const open = skills.filter(({ recordId }) => !checked.has(recordId));
  if (open.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('listCheck.asked')}</h2>
      <p>{t('listCheck.askedText', { day: dates.day(asked.askedAt), left: open.length })}</p>
      <div className={styles.actions}>
        <Button
          disabledFocusable={check.isPending}
          onClick={() =>
            check.mutate(open.map(({ recordId }) => ({ recordId, verdict: 'confirmed' as const })))
          }
        >
          {t('listCheck.confirmAll')}
        </Button>
      </div>
      {check.isError && <Failure>{t('listCheck.failed')}</Failure>}
    </section>
  );
}

interface CheckRecordProps {
  readonly skill: OwnSkill;
  readonly said: RecordCheckView | undefined;
}

/** Whether one record is right, as the reader says; it can be said otherwise later. */
export function CheckRecord({ skill, said }: CheckRecordProps) {
  const t = useText();
  const dates = useDates();
  const check = useCheckRecords();
  const button = (verdict: RecordCheckView['verdict']) => {
    const label = t(verdict === 'confirmed' ? 'listCheck.confirm' : 'listCheck.dispute');
    return (
      <Button
        size="small"
        appearance="subtle"
        icon={verdict === 'confirmed' ? <CheckmarkRegular /> : <FlagRegular />}
        disabledFocusable={check.isPending}
        aria-label={t('listCheck.about', { verdict: label, skill: skill.skillTitle })}
        onClick={() => check.mutate([{ recordId: skill.recordId, verdict }])}
      >
        {label}
      </Button>
    );
  };
  const day = said === undefined ? '' : dates.day(said.checkedAt);
  return (
    <div className={styles.checkRecord}>
      {said !== undefined && (
        <span className={styles.quiet}>
          {t(said.verdict === 'confirmed' ? 'listCheck.confirmedOn' : 'listCheck.disputedOn', { day })}
        </span>
      )}
      {said?.verdict !== 'confirmed' && button('confirmed')}
      {said?.verdict !== 'disputed' && button('disputed')}
      {said?.verdict === 'disputed' && (
        <Link
          to={PATHS.newCase}
          search={{ kind: 'dispute', skill: skill.skillTitle }}
          className={styles.sayWhat}
          aria-label={t('listCheck.about', { verdict: t('listCheck.sayWhat'), skill: skill.skillTitle })}
        >
          {t('listCheck.sayWhat')}
        </Link>
      )}
      {check.isError && <Failure>{t('listCheck.failed')}</Failure>}
    </div>
  );
}
