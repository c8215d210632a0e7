import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProgrammeView } from '../../src/contract/catalogue.ts';
import { skillName } from '../explanation/PredicateList.tsx';
import { useText } from '../messages/use-text.ts';
import { matches, normalise } from './search/search-text.ts';

const SHOWN = 12;

interface SkillSearchProps {
  readonly label: string;
  readonly skills: ProgrammeView['skills'];
  /** Ids of skills that are not offered. */
  readonly chosen: readonly string[];
  readonly onChoose: (skill: string) => void;
}

/** Finds one skill of a programme by code or title. */
export function SkillSearch({ label, skills, chosen, onChoose }: SkillSearchProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  const asked = normalise(search);
  const found = Object.keys(skills)
    .filter((id) => !chosen.includes(id))
    .map((id) => ({ id, name: skillName(skills, id) }))
    .filter(({ name }) => asked === '' || matches(normalise(name), [asked]))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Field label={label}>
      <Combobox
        freeform
        value={search}
        selectedOptions={[]}
        placeholder={t('study.skill.search')}
        onChange={(event) => setSearch(event.target.value)}
        onOptionSelect={(_, data) => {
          if (data.optionValue === undefined) return;
          setSearch('');
          onChoose(data.optionValue);
        }}
      >
        {found.slice(0, SHOWN).map(({ id, name }) => (
          <Option key={id} value={id} text={name}>
            {name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
