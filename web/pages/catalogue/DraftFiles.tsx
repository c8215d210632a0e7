import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftFile, DraftView } from '../../../src/contract/catalogue-versions.ts';
import { CATALOGUE, draftFileQuery } from '../../api/catalogue-versions.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Catalogue.module.css';

function Editor({ draft, file }: { draft: DraftView; file: DraftFile }) {
  const t = useText();
  const client = useQueryClient();
  const [text, setText] = useState(file.text);
  const { draftId, published } = draft;
  const write = useMutation({
    mutationFn: () =>
      sendJson('PATCH', `/catalogue/drafts/${draftId}/file`, {
        path: file.path,
        text,
        revision: file.revision,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: CATALOGUE }),
  });
  const changed = problemCode(write.error) === 'changed-meanwhile';
  return (
    <div className={styles.section}>
      {write.isError && <Failure>{t(changed ? 'catalogue.file.changed' : 'catalogue.failed')}</Failure>}
      <Field label={t('catalogue.file.text', { path: file.path })} className={styles.editor!}>
        <Textarea
          value={text}
          readOnly={published}
          spellCheck={false}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      {published ? (
        <p>{t('catalogue.file.published')}</p>
      ) : (
        <div className={styles.head}>
          <span role="status" className={styles.quiet}>
            {write.isPending ? t('catalogue.file.checking') : write.isSuccess && t('catalogue.file.written')}
          </span>
          <Button
            appearance="primary"
            disabledFocusable={write.isPending || text === file.text}
            onClick={() => write.mutate()}
          >
            {t('catalogue.file.write')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The files of a draft, one at a time. What is written is checked at once, with its examples. */
export function DraftFiles({ draft }: { draft: DraftView }) {
  const t = useText();
  const [{ file }, patch] = useUrlState();
  const paths = draft.files.map(({ path }) => path);
  const path = paths.find((each) => each === file) ?? paths[0]!;
  const query = useQuery(draftFileQuery(draft.draftId, path));
  return (
    <section className={`${card.card} ${styles.section}`}>
      <Field label={t('catalogue.file')}>
        <Select value={path} onChange={(_, { value }) => patch({ file: value })}>
          {paths.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
      <QueryView query={query} skeleton={<Bones count={8} height={32} />}>
        {(found) => <Editor key={`${found.path} ${found.revision}`} draft={draft} file={found} />}
      </QueryView>
    </section>
  );
}
