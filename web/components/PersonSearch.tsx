import { Combobox, Field, Option } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserList } from '../../src/contract/users.ts';
import { getJson } from '../api/client.ts';
import { useText } from '../messages/use-text.ts';
import { usePartnerId } from './session.tsx';

const SHOWN = 12;

interface PersonSearchProps {
  readonly label?: string;
  /** Ids of people who are not offered. */
  readonly chosen: readonly string[];
  readonly onChoose: (userId: string, name: string) => void;
}

/** Finds one more person of the company by name or address. */
export function PersonSearch({ label, chosen, onChoose }: PersonSearchProps) {
  const t = useText();
  const partner = usePartnerId();
  const [search, setSearch] = useState('');
  const parameters = { search, status: 'active', top: SHOWN + chosen.length };
  const found = useQuery({
    queryKey: ['partner', partner, 'users', 'to choose', parameters],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<UserList>(`/partners/${partner}/users`, parameters, signal),
  });
  const people = (found.data?.value ?? []).filter(({ userId }) => !chosen.includes(userId));
  return (
    <Field label={label ?? t('departures.add')}>
      <Combobox
        freeform
        value={search}
        selectedOptions={[]}
        placeholder={t('users.search')}
        onChange={(event) => setSearch(event.target.value)}
        onOptionSelect={(_, data) => {
          if (data.optionValue === undefined) return;
          setSearch('');
          onChoose(data.optionValue, data.optionText ?? data.optionValue);
        }}
      >
        {people.slice(0, SHOWN).map(({ userId, firstName, lastName }) => (
          <Option key={userId} value={userId} text={`${firstName} ${lastName}`}>
            {`${firstName} ${lastName}`}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
