import { useQuery } from '@tanstack/react-query';
import type { Risk } from '../../../src/contract/risk.ts';
import { riskQuery } from '../../api/queries.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { QueryView } from '../QueryView.tsx';
import { usePartnerId, useSession } from '../session.tsx';
import styles from './RiskTable.module.css';
import { RiskTable } from './RiskTable.tsx';

function Content({ risk, competency }: { risk: Risk; competency: string | null }) {
  const t = useText();
  const dates = useDates();
  const levels = risk.value.filter((level) => competency === null || level.competency === competency);
  if (levels.length === 0) return <p className={styles.lead}>{t('risk.nothing')}</p>;
  return (
    <>
      <p className={styles.lead}>{t('risk.lead', { day: dates.day(risk.until) })}</p>
      <RiskTable risk={risk} levels={levels} unnamed={competency !== null} />
    </>
  );
}

/** Levels that are met and what may take them away: of the whole company, or of one competency. */
export function RiskSection({ competency = null }: { competency?: string | null }) {
  const { times } = useSession();
  const query = useQuery(riskQuery(usePartnerId(), times));
  return (
    <QueryView query={query} skeleton={<Bones count={2} height={64} />}>
      {(risk) => <Content risk={risk} competency={competency} />}
    </QueryView>
  );
}
