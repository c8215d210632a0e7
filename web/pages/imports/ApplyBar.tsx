import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportRun } from '../../../src/contract/imports.ts';
import { getFile, saveFile, sendJson } from '../../api/client.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useLocale } from '../../messages/locale.tsx';
import { type Translate, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Imports.module.css';
import { KIND_ABILITIES } from './import-labels.ts';

function nothingToDo(t: Translate, run: ImportRun): string | null {
  const { created, updated, unchanged, rejected } = run.counts;
  if (created + updated > 0) return null;
  if (run.warnings.length > 0) return t('import.apply.noRows');
  if (rejected > 0 && unchanged === 0) return t('import.apply.allRejected');
  return t('import.apply.nothing');
}

/** Applies the checked file, or says why there is nothing to apply; the log tells every row. */
export function ApplyBar({ run }: { run: ImportRun }) {
  const t = useText();
  const { locale } = useLocale();
  const partner = usePartnerId();
  const client = useQueryClient();
  const roleReason = useRoleReason(KIND_ABILITIES[run.kind]);
  const path = `/partners/${partner}/imports/${run.importId}`;
  const apply = useMutation({
    mutationFn: () => sendJson<ImportRun>('POST', `${path}/apply`),
    // Every report of the company may change with it.
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner] }),
  });
  const [taken, setTaken] = useState(false);
  const log = useMutation({
    mutationFn: () => getFile(`${path}/log`, { lang: locale }),
    onSuccess: (file) => {
      saveFile(file);
      if (run.firstSignIns) setTaken(true);
    },
    // The temporary passwords of a file of users are in the first download only.
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner, 'import', run.importId] }),
  });
  return (
    <div className={styles.actions}>
      {run.state === 'ready' && (
        <ExplainedButton
          primary
          reason={roleReason ?? nothingToDo(t, run) ?? (apply.isPending ? t('import.state.applying') : null)}
          onClick={() => apply.mutate()}
        >
          {t('import.apply', { count: run.counts.created + run.counts.updated })}
        </ExplainedButton>
      )}
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={log.isPending} onClick={() => log.mutate()}>
        {t(run.firstSignIns ? 'import.log.signIns' : 'import.log')}
      </Button>
      {run.state === 'done' && run.kind === 'users' && (
        <Link to={PATHS.users} className={table.link}>
          {t('people.add.back')}
        </Link>
      )}
      {run.firstSignIns && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('import.log.signInsOnce')}</MessageBarBody>
        </MessageBar>
      )}
      {taken && !run.firstSignIns && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t('import.log.signInsTaken')}</MessageBarBody>
        </MessageBar>
      )}
      {(apply.isError || log.isError) && (
        <MessageBar intent="error">
          <MessageBarBody>{t(apply.isError ? 'import.apply.failed' : 'download.failed')}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
