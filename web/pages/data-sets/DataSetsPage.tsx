import { Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { DatabaseRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  DATA_SET_COLUMNS,
  DATA_SET_NAMES,
  type DataSet,
  type DataSetName,
} from '../../../src/contract/data-sets.ts';
import { DATA_SET_TEXTS } from '../../../src/contract/messages/data-set-texts.ts';
import { dataSetQuery } from '../../api/data-sets.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './DataSets.module.css';
import { DataSetsTabs } from './DataSetsTabs.tsx';
import { PreviewTable } from './PreviewTable.tsx';

const ROWS_SHOWN = 10;

function useColumns(name: DataSetName) {
  const mayNames = useSession().can('personal-data');
  return DATA_SET_COLUMNS[name].filter(({ personal }) => !personal || mayNames);
}

function Preview({ name, data }: { name: DataSetName; data: DataSet }) {
  const t = useText();
  const columns = useColumns(name);
  if (data.count === 0) {
    return (
      <EmptyState icon={<DatabaseRegular />} title={t('dataSets.empty')}>
        <p>{t('dataSets.empty.text')}</p>
        <Link to={PATHS.imports} className={table.link}>
          {t('dataSets.empty.act')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <section className={styles.card}>
      <h2>{t('dataSets.preview')}</h2>
      <PreviewTable name={name} columns={columns} value={data.value} />
      <p className={styles.quiet}>{t('dataSets.rows', { shown: data.value.length, count: data.count })}</p>
    </section>
  );
}

function Columns({ name }: { name: DataSetName }) {
  const t = useText();
  const local = useLocalText();
  const columns = useColumns(name);
  return (
    <section className={styles.card}>
      <h2>{t('dataSets.columns')}</h2>
      <dl className={styles.columns}>
        {columns.map((column) => (
          <div key={column.name} style={{ display: 'contents' }}>
            <dt>{column.name}</dt>
            <dd>
              {local(DATA_SET_TEXTS[name].columns[column.name]!)}{' '}
              {column.personal && <span className={styles.quiet}>{t('dataSets.personal')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The rows of each data set, what they mean, and their files. */
export function DataSetsPage() {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { locale } = useLocale();
  const { question, day, can } = useSession();
  const [{ set }, patch] = useUrlState();
  const name = DATA_SET_NAMES.find((each) => each === set) ?? DATA_SET_NAMES[0];
  const names = useColumns(name).map((column) => column.name);
  const asked = { name, columns: names.join(','), top: ROWS_SHOWN, lang: locale };
  const query = useQuery(dataSetQuery(usePartnerId(), question, asked));
  const count = query.data?.count;
  return (
    <PageFrame
      page="data-sets"
      title={t('dataSets.title')}
      lead={t('dataSets.lead')}
      choice={<ProgrammeChoice />}
      ability="insights"
      actions={
        <DownloadReport
          report={`datasets/${name}`}
          label={t('dataSets.download')}
          parameters={{ ...question }}
          {...(count === undefined
            ? {}
            : { contents: t('dataSets.contents', { count, day: dates.day(day) }) })}
          reason={useRoleReason('insights')}
          primary
        />
      }
    >
      <DataSetsTabs selected="data" />
      <Field label={t('dataSets.choice')} className={styles.choice!}>
        <Select value={name} onChange={(_, data) => patch({ set: data.value })}>
          {DATA_SET_NAMES.map((each) => (
            <option key={each} value={each}>
              {local(DATA_SET_TEXTS[each].title)} ({each})
            </option>
          ))}
        </Select>
      </Field>
      <p style={{ margin: 0, maxWidth: 860 }}>{local(DATA_SET_TEXTS[name].about)}</p>
      {name === 'TrainingCompletions' && !can('personal-data') && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('dataSets.noNames')}</MessageBarBody>
        </MessageBar>
      )}
      <QueryView query={query} skeleton={<Bones count={8} height={32} />}>
        {(data) => <Preview name={name} data={data} />}
      </QueryView>
      <Columns name={name} />
    </PageFrame>
  );
}
