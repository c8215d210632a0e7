import { Button } from '@fluentui/react-components';
import { CertificateRegular, PrintRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RiskRanking } from '../../../src/contract/risk-ranking.ts';
import { riskRankingQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { AnswerRemarks } from '../../components/warnings/AnswerRemarks.tsx';
import { ExplanationContext } from '../../explanation/explanation-context.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { AtRiskNotice } from './AtRiskNotice.tsx';
import { ExpiringCertificates } from './ExpiringCertificates.tsx';
import { RankedLevelItem } from './RankedLevelItem.tsx';
import styles from './Risk.module.css';

function NothingHeld() {
  const t = useText();
  return (
    <EmptyState icon={<CertificateRegular />} title={t('risk.empty')}>
      <p>{t('risk.empty.text')}</p>
      <Link to={PATHS.competencies} className={table.link}>
        {t('risk.empty.act')}
      </Link>
    </EmptyState>
  );
}

function Safe({ ranking: { until, untilAnniversary } }: { ranking: RiskRanking }) {
  const t = useText();
  const dates = useDates();
  return (
    <section className={`${card.card} ${styles.safe}`}>
      <h2>
        <ShieldCheckmarkRegular fontSize={24} />
        {t('risk.safe', { kind: untilAnniversary ? 'anniversary' : 'year', day: dates.day(until) })}
      </h2>
      <p>{t('risk.safe.text')}</p>
    </section>
  );
}

function Levels({ ranking }: { ranking: RiskRanking }) {
  const t = useText();
  const rules = useProgrammeRules().data;
  const items = (
    <ol className={styles.levels}>
      {ranking.levels.map((level) => (
        <RankedLevelItem
          key={`${level.competency}/${level.level}`}
          level={level}
          ranking={ranking}
          explained={rules !== undefined}
        />
      ))}
    </ol>
  );
  return (
    <section className={`${card.card} ${styles.card}`}>
      <h2>{t('risk.page.levels')}</h2>
      {rules === undefined ? (
        items
      ) : (
        <ExplanationContext value={{ programme: rules, people: ranking.people, records: {} }}>
          {items}
        </ExplanationContext>
      )}
    </section>
  );
}

function Content({ ranking }: { ranking: RiskRanking }) {
  const { levels, warnings } = ranking;
  if (levels.length === 0) return <NothingHeld />;
  return (
    <div className={styles.layout}>
      <AnswerRemarks warnings={warnings} />
      {levels.some(({ state }) => state === 'at-risk') && <AtRiskNotice ranking={ranking} />}
      {!levels.some(({ threatened }) => threatened) && <Safe ranking={ranking} />}
      <Levels ranking={ranking} />
      <ExpiringCertificates ranking={ranking} />
    </div>
  );
}

/** What may be lost, by value: when, why, what changed, who must not leave, and what would repair it. */
export function RiskPage() {
  const t = useText();
  const { question } = useSession();
  const query = useQuery(riskRankingQuery(usePartnerId(), question));
  return (
    <PageFrame
      page="risk"
      title={t('nav.risk')}
      lead={t('risk.page.lead')}
      ability="competencies"
      choice={<ProgrammeChoice />}
      actions={
        query.data !== undefined &&
        query.data.levels.length > 0 && (
          <Button icon={<PrintRegular />} onClick={() => window.print()}>
            {t('risk.print')}
          </Button>
        )
      }
    >
      <QueryView query={query} skeleton={<Bones count={4} height={140} />}>
        {(ranking) => <Content ranking={ranking} />}
      </QueryView>
    </PageFrame>
  );
}
