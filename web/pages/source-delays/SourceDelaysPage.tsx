import { Button, Field, Input } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SourceDelayView } from '../../../src/contract/diagnosis.ts';
import { sendJson } from '../../api/client.ts';
import { type SourceDelays, sourceDelaysQuery } from '../../api/diagnosis.ts';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './SourceDelays.module.css';

const EVENTS: Readonly<Record<SourceDelayView['event'], MessageId>> = {
  'new-association': 'sourceDelays.newAssociation',
  'new-skill': 'sourceDelays.newSkill',
  merge: 'sourceDelays.merge',
};

/** A year. */
const MOST_HOURS = 8760;

function Delay({ delay }: { delay: SourceDelayView }) {
  const t = useText();
  const client = useQueryClient();
  const provider = useProviderLabel();
  const may = useSession().can('source-settings');
  const [hours, setHours] = useState(String(delay.hours));
  const change = useMutation({
    mutationFn: (asked: number) =>
      sendJson<SourceDelays>('POST', '/source-delays', { ...delay, hours: asked }),
    onSuccess: (delays) => client.setQueryData(sourceDelaysQuery.queryKey, delays),
  });
  const asked = Number(hours);
  const valid = hours.trim() !== '' && Number.isInteger(asked) && asked >= 0 && asked <= MOST_HOURS;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (valid && asked !== delay.hours) change.mutate(asked);
  };
  const event = t(EVENTS[delay.event]);
  return (
    <tr>
      <td data-label={t('sourceDelays.source')}>{provider(delay.source)}</td>
      <td data-label={t('sourceDelays.event')}>{event}</td>
      <td data-label={t('sourceDelays.hours')}>
        {may ? (
          <form className={styles.form} onSubmit={save}>
            <Field {...(valid ? {} : { validationMessage: t('sourceDelays.invalid') })}>
              <Input
                type="number"
                min={0}
                max={MOST_HOURS}
                value={hours}
                className={styles.hours!}
                aria-label={t('sourceDelays.of', { source: provider(delay.source), event })}
                onChange={(_, data) => setHours(data.value)}
              />
            </Field>
            {valid && asked !== delay.hours && (
              <Button type="submit" appearance="primary" disabledFocusable={change.isPending}>
                {t('sourceDelays.save')}
              </Button>
            )}
            {change.isSuccess && asked === delay.hours && (
              <span role="status" className={table.quiet}>
                {t('sourceDelays.saved')}
              </span>
            )}
            {change.isError && <Failure>{t('sourceDelays.failed')}</Failure>}
          </form>
        ) : (
          delay.hours
        )}
      </td>
    </tr>
  );
}

/** How late each source tells of what has happened: what people are told to expect, and from when on support helps. */
export function SourceDelaysPage() {
  const t = useText();
  const query = useQuery(sourceDelaysQuery);
  const reason = useRoleReason('source-settings');
  return (
    <PageFrame page="source-delays" title={t('sourceDelays.title')} lead={t('sourceDelays.lead')}>
      <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
        {({ value }) => (
          <>
            {reason !== null && <p className={table.quiet}>{reason}</p>}
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('sourceDelays.title')}>
                <thead>
                  <tr>
                    <th>{t('sourceDelays.source')}</th>
                    <th>{t('sourceDelays.event')}</th>
                    <th>{t('sourceDelays.hours')}</th>
                  </tr>
                </thead>
                <tbody>
                  {value.map((delay) => (
                    <Delay key={`${delay.source} ${delay.event}`} delay={delay} />
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
