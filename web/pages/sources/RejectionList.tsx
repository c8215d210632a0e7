import { Button, Dialog, Input } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RejectionView } from '../../../src/contract/source-health.ts';
import { sendJson } from '../../api/client.ts';
import { rejectionsQuery } from '../../api/sources.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { isDay, useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Sources.module.css';
import { useSourceAct } from './use-source-act.ts';

const REASONS: Readonly<Record<RejectionView['reason'], MessageId>> = {
  'missing-value': 'sources.reason.missing-value',
  'bad-skill-id': 'sources.reason.bad-skill-id',
  'bad-date': 'sources.reason.bad-date',
  'expires-before-achieved': 'sources.reason.expires-before-achieved',
};

const given = (rejection: RejectionView, field: string) => String(rejection.record[field] ?? '');

interface RetryProps {
  readonly source: string;
  readonly rejection: RejectionView;
  readonly onClose: () => void;
}

function Retry({ source, rejection, onClose }: RetryProps) {
  const t = useText();
  const [skill, setSkill] = useState(given(rejection, 'skill'));
  const [achievedOn, setAchievedOn] = useState(given(rejection, 'achievedOn'));
  const retry = useSourceAct(() =>
    sendJson<{ result: string; reason: RejectionView['reason'] | null }>(
      'POST',
      `/sources/${source}/rejections/${rejection.rejectionId}/retry`,
      { skill, achievedOn },
    ),
  );
  const still = retry.data?.reason ?? null;
  const failure = retry.isError
    ? t('sources.key.failed')
    : still === null
      ? null
      : t('sources.rejection.retry.still', { reason: t(REASONS[still]) });
  return (
    <FormDialog
      title={t('sources.rejection.retry.title')}
      submit={t('sources.rejection.retry.send')}
      back={t('sources.key.back')}
      failure={failure}
      pending={retry.isPending}
      complete={skill.trim() !== '' && isDay(achievedOn)}
      onSubmit={() => retry.mutate(undefined, { onSuccess: ({ reason }) => reason === null && onClose() })}
      onClose={onClose}
    >
      {(sent) => (
        <>
          <p>{t('sources.rejection.retry.effect')}</p>
          <NeededField label={t('sources.rejection.skill')} value={skill} sent={sent}>
            <Input value={skill} maxLength={300} onChange={(_, data) => setSkill(data.value)} />
          </NeededField>
          <NeededField
            label={t('sources.rejection.achievedOn')}
            value={achievedOn}
            problem={isDay(achievedOn) ? null : t('sources.reason.bad-date')}
            sent={sent}
          >
            <Input type="date" value={achievedOn} onChange={(_, data) => setAchievedOn(data.value)} />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}

function Row({ source, rejection }: { source: string; rejection: RejectionView }) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const { rejectionId, reason, lastAt, times } = rejection;
  const aside = useSourceAct(() =>
    sendJson<void>('POST', `/sources/${source}/rejections/${rejectionId}/put-aside`),
  );
  return (
    <tr>
      <td data-label="" className={styles.text}>
        <strong>{given(rejection, 'skill')}</strong>{' '}
        <span className={styles.quiet}>
          {t('sources.rejection.account', { account: given(rejection, 'accountId') })} ·{' '}
          {given(rejection, 'achievedOn')}
        </span>
      </td>
      <td data-label={t('sources.rejection.reason')}>{t(REASONS[reason])}</td>
      <td data-label={t('sources.rejection.last')}>
        {dates.instant(lastAt)}
        {times > 1 && <span className={styles.quiet}> ({t('sources.rejection.times', { times })})</span>}
      </td>
      <td data-label="">
        {can('run-network') && (
          <div className={styles.buttons}>
            <Button onClick={() => setOpen(true)}>{t('sources.rejection.retry')}</Button>
            <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
              <Retry source={source} rejection={rejection} onClose={() => setOpen(false)} />
            </Dialog>
            <AskFirst
              label={t('sources.rejection.aside')}
              effect={t('sources.rejection.aside.effect')}
              disabled={aside.isPending}
              onAct={() => aside.mutate(undefined)}
            />
          </div>
        )}
      </td>
    </tr>
  );
}

/** Records that were refused and wait: put right, put aside, or accepted when the source sends them right. */
export function RejectionList({ source }: { source: string }) {
  const t = useText();
  const query = useInfiniteQuery(rejectionsQuery(source));
  return (
    <section className={styles.section}>
      <h2>{t('sources.rejections')}</h2>
      <p className={styles.lead}>{t('sources.rejections.lead')}</p>
      <QueryView query={query} part skeleton={<Bones count={3} height={44} />}>
        {({ pages }) =>
          pages[0]!.value.length === 0 ? (
            <p className={styles.quiet}>{t('sources.rejections.none')}</p>
          ) : (
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('sources.rejections')}>
                <thead>
                  <tr>
                    <th>{t('sources.rejection.record')}</th>
                    <th>{t('sources.rejection.reason')}</th>
                    <th>{t('sources.rejection.last')}</th>
                    <th>
                      <span className="visually-hidden">{t('sources.rejection.retry')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ value }) => value)
                    .map((rejection) => (
                      <Row key={rejection.rejectionId} source={source} rejection={rejection} />
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('sources.more')}</Button>}
    </section>
  );
}
