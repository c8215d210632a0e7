import { Field, Input, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import type { ScenarioChangeView } from '../../../src/contract/plan-scenarios.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { PersonSearch } from '../../components/PersonSearch.tsx';
import { SkillSearch } from '../../components/SkillSearch.tsx';
import { useSession } from '../../components/session.tsx';
import { skillName } from '../../explanation/PredicateList.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { isDay } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Scenarios.module.css';
import { joiningId } from './scenario-draft.ts';

type Kind = ScenarioChangeView['kind'];

const KINDS: Readonly<Record<Kind, MessageId>> = {
  leaves: 'study.kind.leaves',
  passes: 'study.kind.passes',
  joins: 'study.kind.joins',
  'skill-retires': 'study.kind.retires',
  'rules-of': 'study.kind.rules',
  metric: 'study.kind.metric',
};

/** What the day of a change means, where it is not the first one. */
const DAYS: Readonly<Partial<Record<Kind, MessageId>>> = {
  'rules-of': 'study.rules.day',
  'skill-retires': 'study.retires.day',
};

interface Filled {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly skills: readonly string[];
  readonly name: string;
  readonly metric: string;
  readonly value: number;
  readonly on: string;
}

/** The change that the fields describe; null while something is missing. */
function changeOf(kind: Kind, filled: Filled, number: number): ScenarioChangeView | null {
  const { person, skills, name, metric, value, on } = filled;
  const [skill] = skills;
  switch (kind) {
    case 'leaves':
      return person === null ? null : { kind, person: person.id, on };
    case 'passes':
      return person === null || skill === undefined ? null : { kind, person: person.id, skill };
    case 'joins': {
      const called = name.trim();
      if (called === '' || skills.length === 0) return null;
      return {
        kind,
        person: joiningId(called, number),
        name: called,
        skills: skills.map((one) => ({ skill: one })),
      };
    }
    case 'skill-retires':
      return skill === undefined ? null : { kind, skill, on };
    case 'rules-of':
      return { kind, day: on };
    case 'metric':
      return metric === '' ? null : { kind, metric, value };
  }
}

interface AddChangeProps {
  readonly rules: ProgrammeView;
  /** Of this scenario among the others, so that ids differ. */
  readonly number: number;
  readonly onAdd: (change: ScenarioChangeView, person: { id: string; name: string } | null) => void;
}

/** What else is supposed: a kind, and what it is about. */
export function AddChange({ rules, number, onAdd }: AddChangeProps) {
  const t = useText();
  const local = useLocalText();
  const { day } = useSession();
  const empty: Filled = { person: null, skills: [], name: '', metric: '', value: 0, on: day };
  const [kind, setKind] = useState<Kind>('leaves');
  const [filled, setFilled] = useState(empty);
  const fill = (part: Partial<Filled>) => setFilled({ ...filled, ...part });
  const change = changeOf(kind, filled, number);
  const withPerson = kind === 'leaves' || kind === 'passes';
  const withSkill = kind === 'passes' || kind === 'joins' || kind === 'skill-retires';
  const withDay = kind === 'leaves' || kind === 'skill-retires' || kind === 'rules-of';
  return (
    <div className={styles.add}>
      <Field label={t('study.kind')}>
        <Select
          value={kind}
          onChange={(_, data) => {
            setKind(data.value as Kind);
            setFilled(empty);
          }}
        >
          {(Object.keys(KINDS) as Kind[]).map((each) => (
            <option key={each} value={each}>
              {t(KINDS[each])}
            </option>
          ))}
        </Select>
      </Field>
      {withPerson && (
        <PersonSearch
          label={filled.person === null ? t('study.person') : t('study.chosen', { name: filled.person.name })}
          chosen={filled.person === null ? [] : [filled.person.id]}
          onChoose={(id, name) => fill({ person: { id, name } })}
        />
      )}
      {kind === 'joins' && (
        <Field label={t('study.candidate.name')}>
          <Input value={filled.name} onChange={(_, { value }) => fill({ name: value })} />
        </Field>
      )}
      {withSkill && (
        <SkillSearch
          label={
            filled.skills.length === 0
              ? t('study.skill')
              : t('study.chosen', { name: filled.skills.map((id) => skillName(rules.skills, id)).join(', ') })
          }
          skills={rules.skills}
          chosen={filled.skills}
          onChoose={(skill) => fill({ skills: kind === 'joins' ? [...filled.skills, skill] : [skill] })}
        />
      )}
      {kind === 'metric' && (
        <>
          <Field label={t('study.metric')}>
            <Select value={filled.metric} onChange={(_, data) => fill({ metric: data.value })}>
              <option value="">{t('study.metric.choose')}</option>
              {Object.entries(rules.metrics).map(([id, { name }]) => (
                <option key={id} value={id}>
                  {local(name)}
                </option>
              ))}
            </Select>
          </Field>
          <NumberField
            label={t('study.metric.value')}
            value={filled.value}
            onChange={(value) => fill({ value })}
          />
        </>
      )}
      {withDay && (
        <Field label={t(DAYS[kind] ?? 'study.on')}>
          <Input
            type="date"
            value={filled.on}
            onChange={(_, { value }) => isDay(value) && fill({ on: value })}
          />
        </Field>
      )}
      <ExplainedButton
        icon={<AddRegular />}
        reason={change === null ? t('study.change.missing') : null}
        onClick={() => {
          if (change === null) return;
          onAdd(change, filled.person);
          setFilled(empty);
        }}
      >
        {t('study.change.add')}
      </ExplainedButton>
    </div>
  );
}
