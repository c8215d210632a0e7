import type { LevelChangeView } from '../../../src/contract/memberships.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import { DateText } from '../DateText.tsx';
import { LevelMark } from '../LevelMark.tsx';
import { useLossCauses } from '../risk/use-loss-causes.ts';
import { LifecycleBadge } from './LifecycleBadge.tsx';
import { CAUSE_LABELS } from './lifecycle-labels.ts';

/** Every change of a competency's levels with its day and its cause, the latest first. */
export function LifecycleHistory({ history }: { history: readonly LevelChangeView[] }) {
  const t = useText();
  const local = useLocalText();
  const causes = useLossCauses();
  if (history.length === 0) return <p className={table.quiet}>{t('lifecycle.history.nothing')}</p>;
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('lifecycle.history')}>
        <thead>
          <tr>
            <th>{t('lifecycle.history.on')}</th>
            <th>{t('lifecycle.history.level')}</th>
            <th>{t('lifecycle.column')}</th>
            <th>{t('lifecycle.history.cause')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ on, level, state, cause, offer, losses }) => (
            <tr key={`${on} ${level} ${cause}`}>
              <td data-label={t('lifecycle.history.on')}>
                <DateText on={on} />
              </td>
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
