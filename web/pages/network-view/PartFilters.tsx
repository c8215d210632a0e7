import { Field, Select } from '@fluentui/react-components';
import type { NetworkCounted, NetworkView } from '../../../src/contract/network-view.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './NetworkView.module.css';
import { usePartNames } from './use-part-names.ts';

/** The part of the network that is counted: a programme, and in it a market or a country. */
export function PartFilters({
  programmes,
  counted,
}: {
  programmes: NetworkView['programmes'];
  counted: NetworkCounted;
}) {
  const t = useText();
  const local = useLocalText();
  const names = usePartNames();
  const [{ market, country }, patch] = useUrlState();
  const chosen = (value: string) => (value === '' ? undefined : value);
  const countries = counted.countries
    .map((code) => ({ code, name: names.country(code) }))
    .sort((left, right) => left.name.localeCompare(right.name));
  return (
    <div className={`${styles.tools} no-print`}>
      <Field label={t('programme.label')}>
        <Select
          value={counted.programme.id}
          onChange={(_, { value }) => patch({ programme: value, market: undefined, country: undefined })}
        >
          {programmes.map(({ programme }) => (
            <option key={programme.id} value={programme.id}>
              {local(programme.name)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('networkView.market')}>
        <Select value={market ?? ''} onChange={(_, { value }) => patch({ market: chosen(value) })}>
          <option value="">{t('networkView.market.all')}</option>
          {counted.markets.map((each) => (
            <option key={each} value={each}>
              {names.market(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('networkView.country')}>
        <Select value={country ?? ''} onChange={(_, { value }) => patch({ country: chosen(value) })}>
          <option value="">{t('networkView.country.all')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
