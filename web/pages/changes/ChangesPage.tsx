import { Tab, TabList } from '@fluentui/react-components';
import type { Changes, SkillChangeView } from '../../../src/contract/changes.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ReceiveRegularly } from '../../components/ReceiveRegularly.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useWindowedRows, type WindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Changes.module.css';
import { LevelChanges } from './LevelChanges.tsx';
import { OptionChanges } from './OptionChanges.tsx';
import { SincePicker } from './SincePicker.tsx';
import { SkillChanges } from './SkillChanges.tsx';
import { useSince } from './use-since.ts';

interface ContentProps {
  readonly changes: Changes;
  readonly rows: WindowedRows<SkillChangeView, Changes>;
}

function Content({ changes, rows }: ContentProps) {
  const t = useText();
  const dates = useDates();
  const [url, patch] = useUrlState();
  const skills = url.tab === 'skills';
  const days = { since: dates.day(changes.since), day: dates.day(changes.asOf.validAt) };
  return (
    <>
      <p className={styles.hint}>{t('changes.between', days)}</p>
      <TabList
        selectedValue={skills ? 'skills' : 'levels'}
        className={styles.tabs!}
        onTabSelect={(_, data) => patch({ tab: data.value === 'skills' ? 'skills' : undefined })}
      >
        <Tab value="levels">{t('changes.tab.levels', { count: changes.levels.length })}</Tab>
        <Tab value="skills">{t('changes.tab.skills', { count: changes.total })}</Tab>
      </TabList>
      {skills ? (
        <SkillChanges changes={changes} rows={rows} />
      ) : (
        <div className={styles.cards}>
          <LevelChanges levels={changes.levels} />
          <OptionChanges changes={changes} />
        </div>
      )}
    </>
  );
}

function useChanges() {
  const partner = usePartnerId();
  const { question } = useSession();
  const { since } = useSince();
  const [{ search, change, competency }] = useUrlState();
  const parameters = { ...question, since, search, change, competency };
  const rows = useWindowedRows<SkillChangeView, Changes>(
    ['partner', partner, 'changes', parameters],
    (skip, top, signal) =>
      getJson<Changes>(`/partners/${partner}/changes`, { ...parameters, skip, top }, signal),
  );
  return { rows, parameters };
}

function Compared() {
  const { rows } = useChanges();
  return (
    <QueryView query={rows.head} skeleton={<Bones count={6} height={48} />}>
      {(changes) => <Content changes={changes} rows={rows} />}
    </QueryView>
  );
}

function Download() {
  const t = useText();
  const dates = useDates();
  const { rows, parameters } = useChanges();
  if (rows.count === 0) return <ReceiveRegularly report="changes" />;
  return (
    <DownloadReport
      report="changes"
      label={t('changes.download')}
      parameters={parameters}
      contents={t('changes.contents', { count: rows.count, day: dates.day(parameters.since) })}
      reason={null}
    />
  );
}

/** What has changed since a day, and why it mattered. */
export function ChangesPage() {
  const t = useText();
  const [url] = useUrlState();
  const { impossible } = useSince();
  return (
    <PageFrame
      page="changes"
      title={t('changes.title')}
      ability="skills-report"
      lead={t('changes.lead')}
      choice={<ProgrammeChoice />}
      actions={!impossible && <Download />}
      fill={url.tab === 'skills'}
    >
      <SincePicker />
      {!impossible && <Compared />}
    </PageFrame>
  );
}
