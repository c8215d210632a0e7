import { Button, Select } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Medal } from '../../ui/Medal.tsx';
import styles from './Planner.module.css';
import { type DraftTarget, type PlanDraft, withOption, withTarget } from './plan-draft.ts';

interface ChosenTargetsProps {
  readonly list: CompetencyList;
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
}

/** The levels that are wanted; each by whichever option is cheapest, or by one that is chosen. */
export function ChosenTargets({ list, draft, onChange }: ChosenTargetsProps) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const optionsOf = ({ competency, level }: DraftTarget) =>
    (list.value.find((one) => one.competency === competency)?.options ?? []).filter(
      ({ option, levels }) => option !== null && levels.some((one) => one.level === level),
    );
  const nameOf = ({ competency, level }: DraftTarget) => {
    const known = list.value.find((one) => one.competency === competency);
    return `${known === undefined ? competency : local(known.name)} – ${levelName(level)}`;
  };
  if (draft.targets.length === 0) return <p className={styles.quiet}>{t('plans.targets.empty')}</p>;
  return (
    <ul className={styles.targets} aria-label={t('plans.targets')}>
      {draft.targets.map((target) => {
        const options = optionsOf(target);
        const name = nameOf(target);
        return (
          <li key={`${target.competency} ${target.level}`}>
            <Medal level={target.level} size={26} hollow />
            <div className={styles.target}>
              <span>{name}</span>
              {options.length > 1 && (
                <Select
                  size="small"
                  aria-label={t('plans.targets.optionOf', { name })}
                  value={target.option ?? ''}
                  onChange={(_, { value }) =>
                    onChange(withOption(draft, { ...target, option: value === '' ? null : value }))
                  }
                >
                  <option value="">{t('plans.targets.cheapest')}</option>
                  {options.map(({ option, name: optionName }) => (
                    <option key={option} value={option ?? ''}>
                      {optionName === null ? option : local(optionName)}
                    </option>
                  ))}
                </Select>
              )}
            </div>
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={t('plans.targets.remove', { name })}
              onClick={() => onChange(withTarget(draft, target))}
            />
          </li>
        );
      })}
    </ul>
  );
}
