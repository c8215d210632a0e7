import {
  AddCircleRegular,
  ArrowSwapRegular,
  CheckmarkCircleRegular,
  DismissCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { SkillChangeView } from '../../../src/contract/changes.ts';
import styles from './Changes.module.css';

const ICONS = {
  gained: CheckmarkCircleRegular,
  lost: DismissCircleRegular,
  listed: AddCircleRegular,
  gone: SubtractCircleRegular,
  'other-reason': ArrowSwapRegular,
};

const TONES = {
  gained: 'up',
  lost: 'down',
  listed: 'other',
  gone: 'other',
  'other-reason': 'other',
} as const;

/** What became of a skill: a sign, a colour and the words. */
export function ChangeMark({ change, label }: { change: SkillChangeView['change']; label: string }) {
  const Icon = ICONS[change];
  return (
    <span className={`${styles.mark} ${styles[TONES[change]]}`} title={label}>
      <Icon fontSize={16} />
      <span>{label}</span>
    </span>
  );
}
