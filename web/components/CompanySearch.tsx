import { Combobox, Field, Option } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NetworkCompanyList } from '../../src/contract/joining.ts';
import { getJson } from '../api/client.ts';
import { useText } from '../messages/use-text.ts';

const SHOWN = 12;

interface CompanySearchProps {
  readonly label: string;
  /** Id of a company that is not offered. */
  readonly without?: string;
  /** What stands in the field at first: a company that was chosen before. */
  readonly chosen?: string;
  /** With nulls when the field was emptied. */
  readonly onChoose: (partnerId: string | null, name: string | null) => void;
}

/** Finds one company of the network by name, id or partner number. */
export function CompanySearch({ label, without, chosen = '', onChoose }: CompanySearchProps) {
  const t = useText();
  const [search, setSearch] = useState(chosen);
  const parameters = { search, top: SHOWN + 1 };
  const found = useQuery({
    queryKey: ['network-companies', 'to choose', parameters],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<NetworkCompanyList>('/network/companies', parameters, signal),
  });
  const companies = (found.data?.value ?? []).filter(({ partnerId }) => partnerId !== without);
  return (
    <Field label={label}>
      <Combobox
        freeform
        expandIcon={null}
        style={{ minWidth: 0, width: '100%' }}
        value={search}
        selectedOptions={[]}
        placeholder={t('companies.search')}
        onChange={(event) => {
          setSearch(event.target.value);
          if (event.target.value === '') onChoose(null, null);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          if (optionValue === undefined) return;
          setSearch(optionText ?? optionValue);
          onChoose(optionValue, optionText ?? optionValue);
        }}
      >
        {companies.slice(0, SHOWN).map(({ partnerId, name }) => (
          <Option key={partnerId} value={partnerId} text={name}>
            {name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
