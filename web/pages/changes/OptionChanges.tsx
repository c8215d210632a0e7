import { Link } from '@tanstack/react-router';
import type { Changes, OptionChangeView } from '../../../src/contract/changes.ts';
import { LevelMark } from '../../components/LevelMark.tsx';
import { useLevelCauses } from '../../components/use-labels.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';

function State({ state }: { state: OptionChangeView['before'] }) {
  const t = useText();
  const { locale } = useLocale();
  if (state === null) return t('changes.option.absent');
  const outcome = t(`competency.outcome.${state.outcome}`);
  const details = [
    ...(state.people > 0 ? [t('competency.state.short', { count: state.people })] : []),
    ...(state.points === null
      ? []
      : [t('changes.option.points', { points: state.points.toLocaleString(locale, POINTS) })]),
  ];
  return [outcome, ...details].join(', ');
}

const POINTS = { maximumFractionDigits: 1 } as const;

/** Options whose outcome, missing people or points are others than they were. */
export function OptionChanges({ changes }: { changes: Changes }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const causes = useLevelCauses();
  const { options, since, asOf } = changes;
  const days = {
    before: t('changes.option.before', { day: dates.shortDay(since) }),
    after: t('changes.option.before', { day: dates.shortDay(asOf.validAt) }),
  };
  return (
    <section className={card.card}>
      <h2>{t('changes.options')}</h2>
      {options.length === 0 ? (
        <p>{t('changes.options.none')}</p>
      ) : (
        <table className={`${table.table} ${table.cards}`} aria-label={t('changes.options')}>
          <thead>
            <tr>
              <th>{t('changes.option.name')}</th>
              <th>{t('changes.option.level')}</th>
              <th>{days.before}</th>
              <th>{days.after}</th>
              <th>{t('changes.option.causes')}</th>
            </tr>
          </thead>
          <tbody>
            {options.map((change) => (
              <tr key={`${change.competency} ${change.option} ${change.level}`}>
                <td data-label={t('changes.option.name')}>
                  <span>
                    <Link
                      to={PATHS.competency}
                      params={{ competency: change.competency }}
                      className={table.link}
                    >
                      {local(change.name)}
                    </Link>
                    {change.optionName !== null && (
                      <>
                        <br />
                        {local(change.optionName)}
                      </>
                    )}
                  </span>
                </td>
                <td data-label={t('changes.option.level')}>
                  <LevelMark level={change.level} />
                </td>
                <td data-label={days.before}>
                  <State state={change.before} />
                </td>
                <td data-label={days.after}>
                  <State state={change.after} />
                </td>
                <td data-label={t('changes.option.causes')}>{causes(change.causes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
