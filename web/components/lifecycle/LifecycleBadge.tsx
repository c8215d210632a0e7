import {
  CheckmarkCircleRegular,
  CircleHalfFillRegular,
  ClockAlarmRegular,
  DismissCircleRegular,
  RibbonRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ComponentType } from 'react';
import { useText } from '../../messages/use-text.ts';
import styles from './Lifecycle.module.css';
import { type LifecycleState, STATE_LABELS } from './lifecycle-labels.ts';

const ICONS: Readonly<Record<LifecycleState, ComponentType<{ fontSize?: number }>>> = {
  started: CircleHalfFillRegular,
  qualified: RibbonRegular,
  active: CheckmarkCircleRegular,
  'at-risk': WarningRegular,
  'in-grace': ClockAlarmRegular,
  lapsed: DismissCircleRegular,
};

const TONES: Readonly<Record<LifecycleState, string | undefined>> = {
  started: styles.quiet,
  qualified: styles.open,
  active: styles.held,
  'at-risk': styles.threat,
  'in-grace': styles.threat,
  lapsed: styles.lost,
};

/** The state of a level in shape, word and tone. */
export function LifecycleBadge({ state }: { state: LifecycleState }) {
  const t = useText();
  const Icon = ICONS[state];
  return (
    <span className={`${styles.badge} ${TONES[state] ?? ''}`}>
      <Icon fontSize={16} />
      {t(STATE_LABELS[state])}
    </span>
  );
}
