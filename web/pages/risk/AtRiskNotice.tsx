import { WarningRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { RankedLevel, RiskRanking } from '../../../src/contract/risk-ranking.ts';
import { PlanLink } from '../../components/PlanLink.tsx';
import { useLossCauses } from '../../components/risk/use-loss-causes.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { PAGE_TOPICS } from '../../help/page-topics.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Risk.module.css';

function Line({ level, today }: { level: RankedLevel; today: string }) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const dates = useDates();
  const causes = useLossCauses();
  const { lostOn, cause } = level;
  return (
    <li>
      {t('risk.notice.line', {
        when: lostOn === null ? 'other' : lostOn > today ? 'ahead' : 'past',
        name: `${local(level.name)} – ${levelName(level.level)}`,
        day: lostOn === null ? '' : dates.day(lostOn),
      })}
      {cause.length > 0 && ` (${causes(cause)})`}
    </li>
  );
}

/**
 * The renewal of a membership is in danger: said in the words of the original system, with what is lost or about to,
 * the usual cause, and until when the status stays shown.
 */
export function AtRiskNotice({ ranking }: { ranking: RiskRanking }) {
  const t = useText();
  const dates = useDates();
  const { levels, certificateCount, until, asOf } = ranking;
  const atRisk = levels.filter(({ state }) => state === 'at-risk');
  const [end] = atRisk.flatMap(({ anniversary }) => anniversary ?? []).sort();
  const { topic, anchor } = PAGE_TOPICS.risk;
  return (
    <section className={`${card.card} ${styles.notice}`} aria-labelledby="at-risk">
      <h2 id="at-risk">
        <WarningRegular fontSize={24} />
        {t('risk.notice')}
      </h2>
      <p className={styles.label}>{t('risk.notice.levels')}</p>
      <ul>
        {atRisk.map((level) => (
          <Line key={`${level.competency}/${level.level}`} level={level} today={asOf.validAt} />
        ))}
        {certificateCount > 0 && (
          <li>
            <a href="#certificates" className={table.link}>
              {t('risk.notice.certificates', { count: certificateCount, day: dates.day(until) })}
            </a>
          </li>
        )}
      </ul>
      <p>{t('risk.notice.usual')}</p>
      {end !== undefined && <p>{t('risk.notice.shown', { day: dates.day(addDays(end, -1)) })}</p>}
      <PlanLink levels={atRisk} by={end} />
      <p className="no-print">
        <Link to={PATHS.helpTopic} params={{ topic }} hash={anchor} className={table.link}>
          {t('risk.notice.help')}
        </Link>
      </p>
    </section>
  );
}
