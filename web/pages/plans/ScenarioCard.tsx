import { Button, Field, Input } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { AddChange } from './AddChange.tsx';
import styles from './Scenarios.module.css';
import type { ScenarioDraft } from './scenario-draft.ts';
import { useChangeText } from './use-change-text.ts';
import type { PlanNames } from './use-plan-names.ts';

interface ScenarioCardProps {
  readonly scenario: ScenarioDraft;
  readonly number: number;
  readonly rules: ProgrammeView;
  readonly names: PlanNames;
  readonly onChange: (scenario: ScenarioDraft) => void;
  readonly onRemove: () => void;
  readonly onPerson: (id: string, name: string) => void;
}

/** One scenario: its name, what is supposed, and what else may be. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { scenario, number, rules, names, onChange, onRemove, onPerson } = props;
  const t = useText();
  const text = useChangeText(names);
  const { name, changes } = scenario;
  return (
    <section className={`${card.card} ${styles.scenario}`} aria-label={t('study.scenario', { number })}>
      <div className={styles.scenarioHead}>
        <Field label={t('study.scenario', { number })}>
          <Input
            value={name}
            maxLength={60}
            onChange={(_, { value }) => onChange({ ...scenario, name: value })}
          />
        </Field>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={t('study.scenario.remove', { number })}
          onClick={onRemove}
        />
      </div>
      {changes.length === 0 ? (
        <p className={styles.note}>{t('study.scenario.empty')}</p>
      ) : (
        <ul className={styles.changes}>
          {changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same change may stand there twice.
            <li key={index}>
              {text(change)}
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('study.change.remove', { change: text(change) })}
                onClick={() => onChange({ ...scenario, changes: changes.filter((_, at) => at !== index) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddChange
        rules={rules}
        number={number * 100 + changes.length}
        onAdd={(change, person) => {
          if (person !== null) onPerson(person.id, person.name);
          onChange({ ...scenario, changes: [...changes, change] });
        }}
      />
    </section>
  );
}
