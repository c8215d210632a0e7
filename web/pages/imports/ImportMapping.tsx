import { Field, MessageBar, MessageBarBody, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ImportKind,
  ImportRun,
  Mapping,
  UpdateImportRequestSchema,
} from '../../../src/contract/imports.ts';
import { sendJson } from '../../api/client.ts';
import { importRunQuery } from '../../api/queries.ts';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './Imports.module.css';
import { fieldLabel, KIND_ABILITIES, KIND_LABELS } from './import-labels.ts';
import { mappingWith, missingFields, needsDateOrder } from './import-mapping.ts';

type Change = z.infer<typeof UpdateImportRequestSchema>;

function ColumnTable({ run, onChange }: { run: ImportRun; onChange: (change: Change) => void }) {
  const t = useText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('import.mapping')}>
        <thead>
          <tr>
            <th>{t('import.mapping.header')}</th>
            <th>{t('import.mapping.samples')}</th>
            <th>{t('import.mapping.field')}</th>
          </tr>
        </thead>
        <tbody>
          {run.columns.map((column) => (
            <tr key={column.header}>
              <td data-label="">
                <strong>{column.header}</strong>
              </td>
              <td data-label={t('import.mapping.samples')} className={styles.samples}>
                {column.samples.filter((sample) => sample !== '').join(' · ')}
              </td>
              <td data-label={t('import.mapping.field')}>
                {run.fields.length === 0 ? (
                  t('import.mapping.ignored')
                ) : (
                  <Select
                    size="small"
                    aria-label={t('import.mapping.fieldOf', { header: column.header })}
                    value={column.field ?? ''}
                    onChange={(_, data) =>
                      onChange({
                        mapping: mappingWith(run, column.header, data.value === '' ? null : data.value),
                      })
                    }
                  >
                    <option value="">{t('import.mapping.ignored')}</option>
                    {run.fields.map(({ field, required }) => (
                      <option key={field} value={field}>
                        {fieldLabel(t, field)}
                        {required ? ' *' : ''}
                      </option>
                    ))}
                  </Select>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DateOrder({ mapping, onChange }: { mapping: Mapping; onChange: (change: Change) => void }) {
  const t = useText();
  return (
    <Field label={t('import.dates')} hint={t('import.dates.hint')}>
      <RadioGroup
        layout="horizontal"
        className={styles.dates!}
        value={mapping.dates ?? ''}
        onChange={(_, data) =>
          onChange({ mapping: { ...mapping, dates: data.value as 'dmy' | 'mdy' | 'iso' } })
        }
      >
        <Radio value="dmy" label={t('import.dates.dmy')} />
        <Radio value="mdy" label={t('import.dates.mdy')} />
        <Radio value="iso" label={t('import.dates.iso')} />
      </RadioGroup>
    </Field>
  );
}

/** What the file is taken for, column by column; every change is checked again at once. */
export function ImportMapping({ run }: { run: ImportRun }) {
  const t = useText();
  const partner = usePartnerId();
  const session = useSession();
  const client = useQueryClient();
  const { queryKey } = importRunQuery(partner, run.importId);
  const change = useMutation({
    mutationFn: (asked: Change) =>
      sendJson<ImportRun>('PATCH', `/partners/${partner}/imports/${run.importId}`, asked),
    onSuccess: (changed) => client.setQueryData(queryKey, changed),
  });
  const kinds = (Object.keys(KIND_LABELS) as ImportKind[]).filter((kind) =>
    session.can(KIND_ABILITIES[kind]),
  );
  const missing = missingFields(run).map((field) => fieldLabel(t, field));
  return (
    <section className={styles.section}>
      <h2>{t('import.mapping')}</h2>
      <Field label={t('import.column.kind')} className={styles.kind!}>
        <Select value={run.kind} onChange={(_, data) => change.mutate({ kind: data.value as ImportKind })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(KIND_LABELS[kind])}
            </option>
          ))}
        </Select>
      </Field>
      {missing.length > 0 && run.columns.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('import.mapping.missing', { fields: missing.join(', ') })}</MessageBarBody>
        </MessageBar>
      )}
      {needsDateOrder(run) && <DateOrder mapping={run.mapping} onChange={change.mutate} />}
      {run.columns.length > 0 && <ColumnTable run={run} onChange={change.mutate} />}
      {change.isError && (
        <MessageBar intent="error">
          <MessageBarBody>{t('import.mapping.failed')}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
