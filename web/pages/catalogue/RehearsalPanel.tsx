import { Button, ProgressBar, Tab, TabList } from '@fluentui/react-components';
import { ArrowDownloadRegular, PeopleSearchRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type DraftView,
  REHEARSAL_LISTS,
  type RehearsalList,
  type RehearsalView,
} from '../../../src/contract/catalogue-versions.ts';
import { CATALOGUE } from '../../api/catalogue-versions.ts';
import { getFile, saveFile, sendJson } from '../../api/client.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './Catalogue.module.css';
import { RehearsedList } from './RehearsedList.tsx';

const isUnderWay = ({ state }: RehearsalView) => state === 'queued' || state === 'running';

const TABS: Readonly<Record<RehearsalList, MessageId>> = {
  lost: 'catalogue.rehearsed.losing',
  gained: 'catalogue.rehearsed.gaining',
  failed: 'catalogue.rehearsed.failed',
};

function UnderWay({ rehearsal }: { rehearsal: RehearsalView }) {
  const t = useText();
  const dates = useDates();
  const client = useQueryClient();
  const { done, total, expectedEnd, rehearsalId } = rehearsal;
  const stop = useMutation({
    mutationFn: () => sendJson('POST', `/catalogue/rehearsals/${rehearsalId}/stop`),
    onSettled: () => client.invalidateQueries({ queryKey: CATALOGUE }),
  });
  return (
    <>
      <ProgressBar value={done} max={Math.max(total, 1)} aria-label={t('catalogue.rehearsal.progress')} />
      <p role="status">{t('catalogue.rehearsal.done', { done, total })}</p>
      <p className={styles.quiet}>
        {t('catalogue.rehearsal.end', { end: expectedEnd === null ? 'none' : dates.instant(expectedEnd) })}
      </p>
      <span>
        <Button disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
          {t('catalogue.rehearsal.stop')}
        </Button>
      </span>
    </>
  );
}

/** Whom to tell, as a file. */
function NoticeList({ rehearsalId }: Pick<RehearsalView, 'rehearsalId'>) {
  const t = useText();
  const { locale } = useLocale();
  const load = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') =>
      getFile(`/catalogue/rehearsals/${rehearsalId}/notice-list`, { format, lang: locale }),
    onSuccess: saveFile,
  });
  return (
    <div className={styles.line}>
      {load.isError && <Failure>{t('catalogue.failed')}</Failure>}
      <span>{t('catalogue.notice.lead')}</span>
      <span className={styles.line}>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={load.isPending}
          onClick={() => load.mutate('xlsx')}
        >
          {t('catalogue.notice.xlsx')}
        </Button>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={load.isPending}
          onClick={() => load.mutate('csv')}
        >
          {t('catalogue.notice.csv')}
        </Button>
      </span>
    </div>
  );
}

function Found({ rehearsal }: { rehearsal: RehearsalView }) {
  const t = useText();
  const [{ list }, patch] = useUrlState();
  const shown = REHEARSAL_LISTS.find((each) => each === list) ?? 'lost';
  const { losing, gaining, failed } = rehearsal.counts;
  const counts = { lost: losing, gained: gaining, failed };
  return (
    <>
      {losing + gaining > 0 && <NoticeList rehearsalId={rehearsal.rehearsalId} />}
      <TabList
        aria-label={t('catalogue.rehearsed')}
        className="no-print"
        selectedValue={shown}
        onTabSelect={(_, { value }) => patch({ list: value === 'lost' ? undefined : String(value) })}
      >
        {REHEARSAL_LISTS.map((each) => (
          <Tab key={each} value={each}>
            {t(TABS[each], { count: counts[each] })}
          </Tab>
        ))}
      </TabList>
      <RehearsedList key={shown} rehearsal={rehearsal} show={shown} />
    </>
  );
}

function Latest({ rehearsal, draft }: { rehearsal: RehearsalView; draft: DraftView }) {
  const t = useText();
  const dates = useDates();
  const { state, firstDay, lastDay, total, counts, reason, finishedAt, revision, fromVersion } = rehearsal;
  const outdated = revision !== draft.revision || fromVersion !== draft.inForce;
  return (
    <>
      <p>{t('catalogue.rehearsal.days', { first: dates.day(firstDay), last: dates.day(lastDay) })}</p>
      {outdated && <p>{t('catalogue.rehearsal.outdated')}</p>}
      {isUnderWay(rehearsal) && <UnderWay rehearsal={rehearsal} />}
      {state === 'failed' && <Failure>{t('catalogue.rehearsal.failed', { reason: reason ?? '' })}</Failure>}
      {state === 'stopped' && <p>{t('catalogue.rehearsal.stopped')}</p>}
      {state === 'done' && (
        <p role="status">
          {t('catalogue.rehearsal.over', {
            total,
            losing: counts.losing,
            gaining: counts.gaining,
            at: finishedAt === null ? '' : dates.instant(finishedAt),
          })}
        </p>
      )}
      <Found rehearsal={rehearsal} />
    </>
  );
}

/** The draft tried out on the whole network: how far that is, and whom it concerns. */
export function RehearsalPanel({ draft }: { draft: DraftView }) {
  const t = useText();
  const client = useQueryClient();
  const { draftId, rehearsals, difference } = draft;
  const [latest] = rehearsals;
  const begin = useMutation({
    mutationFn: () => sendJson<RehearsalView>('POST', `/catalogue/drafts/${draftId}/rehearsals`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: CATALOGUE }),
  });
  const reason =
    difference === null
      ? t('catalogue.publish.problems')
      : latest !== undefined && isUnderWay(latest)
        ? t('catalogue.rehearsal.underWay')
        : null;
  return (
    <section className={`${card.card} ${styles.section}`} aria-labelledby="rehearsal">
      <div className={styles.head}>
        <h2 id="rehearsal">{t('catalogue.tab.rehearsal')}</h2>
        <ExplainedButton
          reason={begin.isPending ? t('catalogue.rehearsal.underWay') : reason}
          onClick={() => begin.mutate()}
        >
          {t(latest === undefined ? 'catalogue.rehearsal.begin' : 'catalogue.rehearsal.again')}
        </ExplainedButton>
      </div>
      {begin.isError && <Failure>{t('catalogue.failed')}</Failure>}
      {latest === undefined ? (
        <EmptyState icon={<PeopleSearchRegular />} title={t('catalogue.rehearsal.none')}>
          <p>{t('catalogue.rehearsal.lead')}</p>
        </EmptyState>
      ) : (
        <Latest rehearsal={latest} draft={draft} />
      )}
    </section>
  );
}
