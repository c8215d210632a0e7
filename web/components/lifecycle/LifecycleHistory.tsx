import type { LevelChangeView } from '../../../src/contract/memberships.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import { DateText } from '../DateText.tsx';
import { ChangeCells } from './ChangeCells.tsx';

/** Every change of a competency's levels with its day and its cause, the latest first. */
export function LifecycleHistory({ history }: { history: readonly LevelChangeView[] }) {
  const t = useText();
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
          {history.map((change) => (
            <tr key={`${change.on} ${change.level} ${change.cause}`}>
              <td data-label={t('lifecycle.history.on')}>
                <DateText on={change.on} />
              </td>
              <ChangeCells change={change} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
