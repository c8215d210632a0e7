import { Field, Select } from '@fluentui/react-components';
import type { SkillsMatrix } from '../../../src/contract/skills-matrix.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './SkillsMatrix.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

function ChoiceField({ label, value, choices, onChoose }: ChoiceFieldProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChoose(data.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const ORDERS = ['', 'counting desc', 'counting'] as const;

/** Which competency, which option of it, whose people, and in which order. */
export function MatrixChoices({ matrix }: { matrix: SkillsMatrix }) {
  const t = useText();
  const local = useLocalText();
  const [url, patch] = useUrlState();
  const { competencies, competency, options, option, locations, teams } = matrix;
  const orNone = (value: string) => (value === '' ? undefined : value);
  const named = options.flatMap(({ id, name }) =>
    id === null || name === null ? [] : [{ value: id, label: local(name) }],
  );
  const sites = locations.map(({ id, name }) => ({ value: id, label: name }));
  const orderNames = [t('matrix.order.name'), t('matrix.order.most'), t('matrix.order.fewest')];
  return (
    <div className={`${styles.choices} no-print`}>
      <ChoiceField
        label={t('matrix.competency')}
        value={competency}
        choices={competencies.map(({ id, name }) => ({ value: id, label: local(name) }))}
        onChoose={(value) => patch({ competency: value, option: undefined, standing: undefined })}
      />
      {named.length > 1 && (
        <ChoiceField
          label={t('matrix.option')}
          value={option ?? ''}
          choices={[{ value: '', label: t('matrix.option.all') }, ...named]}
          onChoose={(value) => patch({ option: orNone(value) })}
        />
      )}
      {sites.length > 0 && (
        <ChoiceField
          label={t('matrix.location')}
          value={url.location ?? ''}
          choices={[
            { value: '', label: t('matrix.location.all') },
            ...sites,
            { value: 'none', label: t('matrix.location.none') },
          ]}
          onChoose={(value) => patch({ location: orNone(value) })}
        />
      )}
      {teams.length > 0 && (
        <ChoiceField
          label={t('matrix.team')}
          value={url.team ?? ''}
          choices={[
            { value: '', label: t('matrix.team.all') },
            ...teams.map((team) => ({ value: team, label: team })),
            { value: 'none', label: t('matrix.team.none') },
          ]}
          onChoose={(value) => patch({ team: orNone(value) })}
        />
      )}
      <ChoiceField
        label={t('matrix.order')}
        value={url.orderby ?? ''}
        choices={ORDERS.map((value, at) => ({ value, label: orderNames[at]! }))}
        onChoose={(value) => patch({ orderby: orNone(value) })}
      />
    </div>
  );
}
