import { Button, Field, Input, Select } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { AUDIT_ACTION_LABELS } from '../../../src/contract/messages/audit-actions.ts';
import { CompanySearch } from '../../components/CompanySearch.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './NetworkAudit.module.css';

export const AUDIT_CONDITIONS = ['company', 'actor', 'subject', 'action', 'from', 'until'] as const;
type Conditions = Readonly<Record<(typeof AUDIT_CONDITIONS)[number], string>>;

function useActions(): readonly (readonly [string, string])[] {
  const { locale } = useLocale();
  return Object.entries(AUDIT_ACTION_LABELS[locale]).sort(([, one], [, other]) =>
    one.localeCompare(other, locale),
  );
}

/** What is asked stands in the address once it is asked: each question leaves an entry in the trail of the network. */
export function AuditFilters() {
  const t = useText();
  const [url, patch] = useUrlState();
  const actions = useActions();
  const inUrl = Object.fromEntries(AUDIT_CONDITIONS.map((name) => [name, url[name] ?? ''])) as Conditions;
  const [draft, setDraft] = useState(inUrl);
  const set =
    (name: keyof Conditions) =>
    (_: unknown, { value }: { value: string }) =>
      setDraft({ ...draft, [name]: value });
  const wrongSpan = draft.from !== '' && draft.until !== '' && draft.until < draft.from;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (wrongSpan) return;
    const asked = AUDIT_CONDITIONS.map((name) => [name, draft[name].trim() || undefined]);
    patch(Object.fromEntries(asked), { push: true });
  };
  return (
    <form className={`${styles.filters} no-print`} onSubmit={ask}>
      <CompanySearch
        label={t('networkAudit.company')}
        chosen={draft.company}
        onChoose={(company) => setDraft({ ...draft, company: company ?? '' })}
      />
      <Field label={t('networkAudit.action')}>
        <Select value={draft.action} onChange={set('action')}>
          <option value="">{t('networkAudit.action.all')}</option>
          {actions.map(([action, label]) => (
            <option key={action} value={action}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('networkAudit.actor')}>
        <Input value={draft.actor} maxLength={254} onChange={set('actor')} />
      </Field>
      <Field label={t('networkAudit.subject')}>
        <Input value={draft.subject} maxLength={254} onChange={set('subject')} />
      </Field>
      <Field label={t('networkAudit.from')}>
        <Input type="date" value={draft.from} onChange={set('from')} />
      </Field>
      <Field
        label={t('networkAudit.until')}
        {...(wrongSpan && { validationMessage: t('networkAudit.span') })}
      >
        <Input type="date" value={draft.until} onChange={set('until')} />
      </Field>
      <Button type="submit" appearance="primary">
        {t('networkAudit.ask')}
      </Button>
    </form>
  );
}
