import { CheckmarkCircleFilled, CircleHalfFillRegular, CircleRegular } from '@fluentui/react-icons';
import type { ComponentType } from 'react';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';

export type Outcome = 'met' | 'unmet' | 'undetermined';

const SHAPES: Readonly<
  Record<Outcome, { icon: ComponentType<{ fontSize?: number }>; text: MessageId; style: string | undefined }>
> = {
  met: { icon: CheckmarkCircleFilled, text: 'competency.outcome.met', style: styles.met },
  unmet: { icon: CircleRegular, text: 'competency.outcome.unmet', style: styles.unmet },
  undetermined: {
    icon: CircleHalfFillRegular,
    text: 'competency.outcome.undetermined',
    style: styles.undetermined,
  },
};

/** The outcome in words and shape; `text` says it in other words. */
export function OutcomeBadge({ outcome, text: named }: { outcome: Outcome; text?: string }) {
  const t = useText();
  const { icon: Icon, text, style } = SHAPES[outcome];
  return (
    <span className={`${styles.outcome} ${style}`}>
      <Icon fontSize={16} />
      {named ?? t(text)}
    </span>
  );
}
