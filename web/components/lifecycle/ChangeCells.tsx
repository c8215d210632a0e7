import type { LevelChangeView } from '../../../src/contract/memberships.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { LevelMark } from '../LevelMark.tsx';
import { useLossCauses } from '../risk/use-loss-causes.ts';
import { LifecycleBadge } from './LifecycleBadge.tsx';
import { CAUSE_LABELS } from './lifecycle-labels.ts';

/** Level, state and cause of a change, the last cells of its row. */
export function ChangeCells({ change: { level, state, cause, offer, losses } }: { change: LevelChangeView }) {
  const t = useText();
  const local = useLocalText();
  const causes = useLossCauses();
  return (
    <>
      <td data-label={t('lifecycle.history.level')}>
        <LevelMark level={level} size={20} />
      </td>
      <td data-label={t('lifecycle.column')}>
        {state === null ? t('lifecycle.notMet') : <LifecycleBadge state={state} />}
      </td>
      <td data-label={t('lifecycle.history.cause')}>
        <span>
          {t(CAUSE_LABELS[cause], { offer: offer === null ? '' : local(offer) })}
          {losses.length > 0 && ` – ${causes(losses)}`}
        </span>
      </td>
    </>
  );
}
