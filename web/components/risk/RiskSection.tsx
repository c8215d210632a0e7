import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LevelRiskView, Risk } from '../../../src/contract/risk.ts';
import { riskQuery } from '../../api/queries.ts';
import { useDates, yearAfter } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { QueryView } from '../QueryView.tsx';
import { usePartnerId, useSession } from '../session.tsx';
import { useLevelName } from '../use-level-name.ts';
import { useWarningTexts } from '../warnings/use-warning-texts.ts';
import styles from './RiskTable.module.css';
import { RiskTable } from './RiskTable.tsx';

const SHOWN = 6;
const NEVER = '9999-12-31';

/** What is lost first stands first; then what survives the fewest departures. */
function byUrgency(left: LevelRiskView, right: LevelRiskView): number {
  const [first, second] = [left.firstLossDate ?? NEVER, right.firstLossDate ?? NEVER];
  if (first !== second) return first < second ? -1 : 1;
  const survived = (level: LevelRiskView) => level.departuresSurvived ?? Number.MAX_SAFE_INTEGER;
  return survived(left) - survived(right);
}

/** What the search was given up for; other remarks stand above the page. */
function isAbout({ code, competency: about }: Risk['warnings'][number], competency: string | null): boolean {
  return code === 'departures-undecided' && (competency === null || about === competency);
}

interface HeldByExemptionProps {
  readonly levels: Risk['heldByExemption'];
  readonly unnamed: boolean;
}

/** A level whose requirements are not met ends with the exemption that holds it. */
function HeldByExemption({ levels, unnamed }: HeldByExemptionProps) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const dates = useDates();
  if (levels.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {levels.map(({ competency, name, level, exemption: { until } }) => (
        <li key={`${competency}/${level}`}>
          {t('risk.exempt', {
            level: unnamed ? levelName(level) : `${local(name)} – ${levelName(level)}`,
            day: until === null ? 'none' : dates.day(until),
          })}
        </li>
      ))}
    </ul>
  );
}

function Content({ risk, competency }: { risk: Risk; competency: string | null }) {
  const t = useText();
  const dates = useDates();
  const remarks = useWarningTexts();
  const [all, setAll] = useState(false);
  const levels =
    competency === null
      ? [...risk.value].sort(byUrgency)
      : risk.value.filter((level) => level.competency === competency);
  const exempt = risk.heldByExemption.filter(
    (level) => competency === null || level.competency === competency,
  );
  if (levels.length === 0) {
    return exempt.length === 0 ? (
      <p className={styles.lead}>{t('risk.nothing')}</p>
    ) : (
      <HeldByExemption levels={exempt} unnamed={competency !== null} />
    );
  }
  return (
    <>
      <p className={styles.lead}>{t('risk.lead', { day: dates.day(risk.until) })}</p>
      <ul className={styles.remarks}>
        {remarks(risk.warnings.filter((warning) => isAbout(warning, competency))).map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <RiskTable risk={risk} levels={all ? levels : levels.slice(0, SHOWN)} unnamed={competency !== null} />
      {levels.length > SHOWN && (
        <Button appearance="transparent" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'overview.less' : 'overview.more', { count: levels.length - SHOWN })}
        </Button>
      )}
      <HeldByExemption levels={exempt} unnamed={competency !== null} />
    </>
  );
}

/** Levels that are met and what may take them away: of the whole company, or of one competency. */
export function RiskSection({ competency = null }: { competency?: string | null }) {
  const { question, day } = useSession();
  // The same twelve months as everything else on these pages that is about to end.
  const query = useQuery(riskQuery(usePartnerId(), question, yearAfter(day)));
  return (
    <QueryView query={query} skeleton={<Bones count={2} height={64} />} part>
      {(risk) => <Content risk={risk} competency={competency} />}
    </QueryView>
  );
}
