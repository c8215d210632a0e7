import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CompetencyList, CompetencyStatus } from '../../../src/contract/competencies.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { normalise } from '../../components/search/search-text.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { usePhone } from '../../ui/use-phone.ts';
import styles from './Planner.module.css';
import { type DraftTarget, type PlanDraft, withTarget } from './plan-draft.ts';
import { heldTargets } from './proposed-day.ts';

interface LevelOffer {
  readonly level: string;
  readonly met: boolean;
  /** People missing by the nearest option; `null` while something is unknown. */
  readonly missing: number | null;
}

/** The levels that a competency has, each by its nearest option, in the order of the rules. */
function levelsOf({ options }: CompetencyStatus): readonly LevelOffer[] {
  const ids = [...new Set(options.flatMap(({ levels }) => levels.map(({ level }) => level)))];
  return ids.map((id) => {
    const same = options.flatMap(({ levels }) => levels.filter(({ level }) => level === id));
    const known = same.filter(({ outcome }) => outcome !== 'undetermined');
    return {
      level: id,
      met: same.some(({ outcome }) => outcome === 'met'),
      missing: known.length === 0 ? null : Math.min(...known.map(({ shortfall }) => shortfall.people)),
    };
  });
}

interface RowProps {
  readonly status: CompetencyStatus;
  readonly chosen: readonly DraftTarget[];
  readonly onChoose: (target: DraftTarget) => void;
}

function Row({ status, chosen, onChoose }: RowProps) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const { competency } = status;
  return (
    <li className={styles.offer}>
      <span>{local(status.name)}</span>
      <span className={styles.chips}>
        {levelsOf(status).map(({ level, met, missing }) => (
          <FilterChip
            key={level}
            pressed={chosen.some((one) => one.competency === competency && one.level === level)}
            onClick={() => onChoose({ competency, level, option: null })}
          >
            <span className="visually-hidden">{local(status.name)} – </span>
            {levelName(level)}
            <span className={styles.quiet}>
              {' · '}
              {met && t('plans.level.met')}
              {!met && missing === null && t('plans.level.unknown')}
              {!met && missing !== null && t('plans.level.missing', { count: missing })}
            </span>
          </FilterChip>
        ))}
      </span>
    </li>
  );
}

interface TargetPickerProps {
  readonly list: CompetencyList;
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
}

/** Every competency with its levels; a click makes a level a target, another one lets it go. */
export function TargetPicker({ list, draft, onChange }: TargetPickerProps) {
  const t = useText();
  const local = useLocalText();
  const [search, setSearch] = useState('');
  const offered = list.value.filter(({ options }) => options.length > 0);
  const shown = offered.filter(({ name }) => normalise(local(name)).includes(normalise(search)));
  const held = heldTargets(list);
  const keepAll = () => {
    const others = draft.targets.filter(
      (one) => !held.some(({ competency, level }) => competency === one.competency && level === one.level),
    );
    onChange({ ...draft, targets: [...others, ...held] });
  };
  const narrow = usePhone();
  // Where there is little room the list makes way for the plan once something is chosen.
  const [open] = useState(!narrow || draft.targets.length === 0);
  return (
    <details className={styles.picker} open={open}>
      <summary>{t('plans.targets.choose')}</summary>
      <div className={styles.pickerHead}>
        <Input
          size="small"
          type="search"
          aria-label={t('plans.targets.search')}
          placeholder={t('plans.targets.search')}
          contentBefore={<SearchRegular />}
          value={search}
          onChange={(_, data) => setSearch(data.value)}
        />
        {held.length > 0 && (
          <button type="button" className={styles.textButton} onClick={keepAll}>
            {t('plans.targets.keepAll', { count: held.length })}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard. */}
      <ul className={styles.offers} tabIndex={0} aria-label={t('plans.targets.all')}>
        {shown.map((status) => (
          <Row
            key={status.competency}
            status={status}
            chosen={draft.targets}
            onChoose={(target) => onChange(withTarget(draft, target))}
          />
        ))}
        {shown.length === 0 && <li className={styles.quiet}>{t('plans.targets.none')}</li>}
      </ul>
    </details>
  );
}
