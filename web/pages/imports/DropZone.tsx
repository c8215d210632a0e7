import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import type { Problem } from '../../../src/contract/common.ts';
import type { ImportKind, ImportRun } from '../../../src/contract/imports.ts';
import { sendForm } from '../../api/client.ts';
import { ProblemError, problemCode, UnreachableError } from '../../api/problem-error.ts';
import { usePartnerId } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useAnyOf } from '../../messages/use-any-of.ts';
import { type Translate, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Imports.module.css';

function useRefusal(): (problem: Problem) => string {
  const t = useText();
  const role = useRoleLabel();
  const anyOf = useAnyOf();
  return ({ neededRoles = [], holders = [] }) => {
    const refused = t('import.upload.forbidden', { roles: anyOf(neededRoles.map(role)) });
    const people = anyOf(holders.map(({ displayName }) => displayName));
    return people === '' ? refused : `${refused} ${t('competencies.askHolders', { people })}`;
  };
}

function failureText(t: Translate, error: unknown): string {
  if (error instanceof UnreachableError)
    return `${t('error.unreachable.title')}. ${t('error.unreachable.text')}`;
  if (error instanceof ProblemError && error.problem.status === 413) {
    return t('import.problem.tooLarge', { detail: '' });
  }
  return t('import.upload.failed', { code: error instanceof ProblemError ? error.problem.code : 'upload' });
}

/**
 * Takes one file by drop or by choice and opens its check. Nothing is written before it is applied. Without a kind
 * it is guessed from the content.
 */
export function DropZone({ kind }: { kind?: ImportKind }) {
  const t = useText();
  const partner = usePartnerId();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      if (kind !== undefined) form.set('kind', kind);
      form.set('file', file);
      return sendForm<ImportRun>(`/partners/${partner}/imports`, form);
    },
    onSuccess: (run) => void navigate({ to: PATHS.importRun, params: { importId: run.importId } }),
  });
  const refusal = useRefusal();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) upload.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same. */}
      <div
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <DocumentArrowUpRegular fontSize={36} />
        <p className={styles.dropTitle}>{t('import.drop')}</p>
        <p className={styles.hint}>{t(kind === undefined ? 'import.drop.hint' : 'import.drop.tableHint')}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.json"
          hidden
          onChange={(event) => take(event.target.files)}
        />
        {upload.isPending ? (
          <Spinner size="small" label={t('import.uploading')} />
        ) : (
          <Button appearance="primary" onClick={() => input.current?.click()}>
            {t('import.choose')}
          </Button>
        )}
      </div>
      {upload.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {problemCode(upload.error) === 'role-needed' && upload.error instanceof ProblemError
              ? refusal(upload.error.problem)
              : failureText(t, upload.error)}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
