import { SearchInfoRegular } from '@fluentui/react-icons';
import { Link, useLocation } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { CompetencyRulesView } from './CompetencyRulesView.tsx';
import styles from './Requirements.module.css';
import { competenciesMatching } from './requirements-search.ts';
import { SharingLimits } from './SharingLimits.tsx';

/** The page is drawn after its address is read, so the anchor is looked for once the rules are there. */
function useAnchor() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const heading = document.getElementById(hash);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [hash]);
}

function Rules({ programme }: { programme: ProgrammeView }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const [url] = useUrlState();
  const text = useDeferredValue(url.search ?? '');
  const shown = useMemo(() => competenciesMatching(programme, text), [programme, text]);
  useAnchor();
  return (
    <div className={styles.layout}>
      <div className={styles.rules}>
        <p className={styles.quiet}>
          {t('requirements.count', { count: shown.length })}
          {programme.documentedUntil !== null &&
            `. ${t('requirements.documented', { day: dates.day(programme.documentedUntil) })}`}
        </p>
        <SharingLimits programme={programme} />
        {shown.length === 0 && <EmptyState icon={<SearchInfoRegular />} title={t('requirements.nothing')} />}
        {shown.map((one) => (
          <CompetencyRulesView key={one.competency} competency={one} programme={programme} />
        ))}
      </div>
      <nav className={`${styles.toc} no-print`} aria-label={t('requirements.toc')}>
        <h2>{t('requirements.toc')}</h2>
        <ul>
          {shown.map((one) => (
            <li key={one.competency}>
              <Link to="." search={(before) => before} hash={one.competency} className={table.link}>
                {local(one.name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** « Compétences requises »: every rule in words with its source, for any signed-in reader. */
export function RequirementsPage() {
  const t = useText();
  const query = useProgrammeRules();
  return (
    <PageFrame
      page="requirements"
      title={t('requirements.title')}
      crumbs={[{ to: PATHS.competencies, label: t('nav.competencies') }]}
      lead={t('requirements.lead')}
      ability="requirements"
      choice={<ProgrammeChoice among="catalogue" />}
    >
      <UrlSearchBox label={t('requirements.search')} />
      <QueryView query={query} skeleton={<Bones count={5} height={180} />}>
        {(programme) => <Rules programme={programme} />}
      </QueryView>
    </PageFrame>
  );
}
