import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewSchedule, Schedules } from '../../../src/contract/scheduled-reports.ts';
import { getFile, saveFile, sendJson } from '../../api/client.ts';
import { scheduledReportsQuery } from '../../api/data-sets.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './DataSets.module.css';
import { DataSetsTabs } from './DataSetsTabs.tsx';
import { NewScheduleForm } from './NewScheduleForm.tsx';
import { ScheduleItem } from './ScheduleItem.tsx';

const OWN = '/me/scheduled-reports';
/** While a first file is being made the page looks for it. */
const LOOK_AGAIN_MS = 5_000;

function Own({ schedules }: { schedules: Schedules }) {
  const t = useText();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => client.invalidateQueries({ queryKey: scheduledReportsQuery.queryKey }),
  });
  const add = (order: NewSchedule) => act.mutate(() => sendJson('POST', OWN, order));
  const tooMany = problemCode(act.error) === 'too-many-schedules';
  return (
    <div className={styles.layout}>
      {act.isError && <Failure>{t(tooMany ? 'scheduled.tooMany' : 'scheduled.actFailed')}</Failure>}
      {!schedules.mails && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('scheduled.noMail')}</MessageBarBody>
        </MessageBar>
      )}
      {schedules.reports.length > 0 && (
        <section className={styles.card}>
          <NewScheduleForm schedules={schedules} busy={act.isPending} onAdd={add} />
        </section>
      )}
      {schedules.value.length === 0 ? (
        <p className={styles.quiet}>{t('scheduled.none')}</p>
      ) : (
        <ul className={styles.layout} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {schedules.value.map((schedule) => (
            <ScheduleItem
              key={schedule.scheduleId}
              schedule={schedule}
              busy={act.isPending}
              onDownload={() =>
                act.mutate(async () => saveFile(await getFile(`${OWN}/${schedule.scheduleId}/latest`, {})))
              }
              onPause={(paused) =>
                act.mutate(() => sendJson('PATCH', `${OWN}/${schedule.scheduleId}`, { paused }))
              }
              onDelete={() => act.mutate(() => sendJson('DELETE', `${OWN}/${schedule.scheduleId}`))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function OwnReports() {
  const query = useQuery({
    ...scheduledReportsQuery,
    refetchInterval: ({ state }) =>
      state.data?.value.some(({ latest, paused }) => latest === null && !paused) ? LOOK_AGAIN_MS : false,
  });
  return (
    <QueryView query={query} skeleton={<Bones count={2} height={140} />}>
      {(schedules) => <Own schedules={schedules} />}
    </QueryView>
  );
}

/** Reports that the reader receives again and again. */
export function ScheduledReportsPage() {
  const t = useText();
  const { me } = useSession();
  return (
    <PageFrame
      page="scheduled-reports"
      title={t('scheduled.title')}
      crumbs={[{ to: PATHS.dataSets, label: t('dataSets.title') }]}
      lead={t('scheduled.lead')}
      ability={['insights', 'users']}
    >
      <DataSetsTabs selected="scheduled" />
      {me.partner === null ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('feed.network')}</MessageBarBody>
        </MessageBar>
      ) : (
        <OwnReports />
      )}
    </PageFrame>
  );
}
