import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ImportRun } from '../../../src/contract/imports.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { importRunQuery } from '../../api/queries.ts';
import { NotFoundPage } from '../../components/NotFoundPage.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { ApplyBar } from './ApplyBar.tsx';
import { ImportEffect } from './ImportEffect.tsx';
import { ImportMapping } from './ImportMapping.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportRows } from './ImportRows.tsx';
import styles from './Imports.module.css';
import { KIND_LABELS, STATE_LABELS } from './import-labels.ts';
import { fileProblemText, importWarningText } from './import-problems.ts';

function Problem({ problem }: { problem: NonNullable<ImportRun['problem']> }) {
  const t = useText();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('import.failed.title')}</MessageBarTitle>
        <p className={styles.problem}>{fileProblemText(t, problem)}</p>
        <p className={styles.problem}>{t('import.failed.kept')}</p>
      </MessageBarBody>
    </MessageBar>
  );
}

function Warnings({ warnings }: { warnings: ImportRun['warnings'] }) {
  const t = useText();
  return warnings.map((warning) => (
    <MessageBar key={warning} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('import.warning.title')}</MessageBarTitle>
        <p className={styles.problem}>{importWarningText(t, warning)}</p>
      </MessageBarBody>
    </MessageBar>
  ));
}

/** One file: what it is taken for, what it would do, and, once applied, what it did. */
function Run({ run }: { run: ImportRun }) {
  const t = useText();
  const checked = run.state === 'ready' || run.state === 'done';
  return (
    <>
      <p className={styles.state} role="status">
        {t(STATE_LABELS[run.state])} · {t(KIND_LABELS[run.kind])}
        {run.guessedKind === run.kind && run.state !== 'done' && ` (${t('import.guessed')})`}
      </p>
      {run.problem !== null && <Problem problem={run.problem} />}
      <Warnings warnings={run.warnings} />
      {run.state === 'checking' && <Spinner label={t('import.checking')} labelPosition="after" />}
      {run.state === 'applying' && <ImportProgress run={run} />}
      {checked && <ImportEffect run={run} />}
      {checked && <ApplyBar run={run} />}
      {(run.state === 'ready' || run.state === 'failed') && <ImportMapping run={run} />}
      {checked && <ImportRows run={run} />}
    </>
  );
}

export function ImportRunPage() {
  const t = useText();
  const { importId } = useParams({ from: '/app/imports/$importId' });
  const query = useQuery(importRunQuery(usePartnerId(), importId));
  if (problemStatus(query.error) === 404) return <NotFoundPage />;
  return (
    <PageFrame
      key={importId}
      page="imports"
      title={query.data?.fileName ?? t('nav.imports')}
      crumbs={[{ to: PATHS.imports, label: t('nav.imports') }]}
    >
      <QueryView query={query} skeleton={<Bones count={6} height={48} />}>
        {(run) => <Run run={run} />}
      </QueryView>
    </PageFrame>
  );
}
