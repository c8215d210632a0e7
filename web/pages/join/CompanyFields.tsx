import { Field, Input, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { EMAIL_FORM } from '../../../src/contract/forms.ts';
import { NeededField } from '../../components/NeededField.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { countryNames } from '../set-up/country-names.ts';
import styles from './Join.module.css';
import type { AdminDraft, CompanyDraft } from './join-draft.ts';

interface Props<Draft> {
  readonly draft: Draft;
  readonly sent: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** Legal name, country, market and number of a company. */
export function CompanyFields({ draft, sent, onChange }: Props<CompanyDraft>) {
  const t = useText();
  const { locale } = useLocale();
  const countries = useMemo(() => countryNames(locale), [locale]);
  const set = (change: Partial<CompanyDraft>) => onChange({ ...draft, ...change });
  return (
    <div className={styles.fields}>
      <NeededField label={t('join.legalName')} value={draft.legalName} sent={sent}>
        <Input
          autoComplete="organization"
          value={draft.legalName}
          maxLength={200}
          onChange={(_, data) => set({ legalName: data.value })}
        />
      </NeededField>
      <Field label={t('setUp.company.mpnId')}>
        <Input value={draft.mpnId} maxLength={40} onChange={(_, data) => set({ mpnId: data.value })} />
      </Field>
      <NeededField label={t('setUp.company.country')} value={draft.country} sent={sent}>
        <Select value={draft.country} onChange={(_, data) => set({ country: data.value })}>
          <option value="">{t('setUp.choose')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </NeededField>
      <NeededField
        label={t('setUp.company.market')}
        hint={t('setUp.company.market.hint')}
        value={draft.market}
        sent={sent}
      >
        <Select value={draft.market} onChange={(_, data) => set({ market: data.value })}>
          <option value="">{t('setUp.choose')}</option>
          <option value="developed">{t('setUp.market.developed')}</option>
          <option value="developing">{t('setUp.market.developing')}</option>
        </Select>
      </NeededField>
    </div>
  );
}

/** The first global admin of a company that is not here yet. */
export function AdminFields({ draft, sent, onChange }: Props<AdminDraft>) {
  const t = useText();
  const set = (change: Partial<AdminDraft>) => onChange({ ...draft, ...change });
  return (
    <div className={styles.fields}>
      <NeededField label={t('setUp.firstName')} value={draft.firstName} sent={sent}>
        <Input
          value={draft.firstName}
          maxLength={100}
          onChange={(_, data) => set({ firstName: data.value })}
        />
      </NeededField>
      <NeededField label={t('setUp.lastName')} value={draft.lastName} sent={sent}>
        <Input value={draft.lastName} maxLength={100} onChange={(_, data) => set({ lastName: data.value })} />
      </NeededField>
      <NeededField
        label={t('signIn.email')}
        value={draft.email}
        problem={EMAIL_FORM.test(draft.email.trim()) ? null : t('people.badEmail')}
        sent={sent}
      >
        <Input type="email" value={draft.email} onChange={(_, data) => set({ email: data.value })} />
      </NeededField>
    </div>
  );
}
