import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TRAINING_KIND_LABELS } from '../../../src/contract/messages/training-texts.ts';
import { TRAINING_KINDS } from '../../../src/contract/training.ts';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Training.module.css';

interface RowsToolbarProps {
  readonly search: string;
  readonly count: string;
  /** What else is chosen, and the download. */
  readonly children: ReactNode;
}

/** Which kind and which words the rows are asked for. */
export function RowsToolbar({ search, count, children }: RowsToolbarProps) {
  const t = useText();
  const { locale } = useLocale();
  const [url, patch] = useUrlState();
  return (
    <div className={`${styles.toolbar} no-print`}>
      <UrlSearchBox label={search} width={300} />
      <Field label={t('training.kind')} orientation="horizontal" className={styles.field!}>
        <Select
          value={url.kind ?? ''}
          onChange={(_, data) => patch({ kind: data.value === '' ? undefined : data.value })}
        >
          <option value="">{t('training.kind.all')}</option>
          {TRAINING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {TRAINING_KIND_LABELS[locale][kind]}
            </option>
          ))}
        </Select>
      </Field>
      {children}
      <span className={styles.hint}>{count}</span>
    </div>
  );
}
