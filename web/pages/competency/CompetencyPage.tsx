import { Tab, TabList } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { problemCode } from '../../api/problem-error.ts';
import { competencyQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LifecycleHistory } from '../../components/lifecycle/LifecycleHistory.tsx';
import { NotFoundPage } from '../../components/NotFoundPage.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { RiskSection } from '../../components/risk/RiskSection.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { type UrlState, useUrlState } from '../../components/url-state.ts';
import { AnswerRemarks } from '../../components/warnings/AnswerRemarks.tsx';
import { ExplanationContext } from '../../explanation/explanation-context.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { CatalogueNote } from './CatalogueNote.tsx';
import { CompetencyHeader } from './CompetencyHeader.tsx';
import styles from './CompetencyPage.module.css';
import { LevelColumn } from './LevelColumn.tsx';
import { OptionState } from './OptionState.tsx';
import { WhyPanel } from './WhyPanel.tsx';

type Option = CompetencyDetail['options'][number];

interface OptionViewProps {
  readonly option: Option;
  readonly programme: ProgrammeView;
  readonly windowFrom: CompetencyDetail['qualificationWindowFrom'];
}

function OptionView({ option, programme, windowFrom }: OptionViewProps) {
  const rank = (level: string) => programme.levels.find((one) => one.id === level)?.rank ?? 0;
  const levels = [...option.levels].sort((a, b) => rank(a.level) - rank(b.level));
  return (
    <>
      <div className={styles.levels}>
        {levels.map((level) => (
          <LevelColumn key={level.level} level={level} windowFrom={windowFrom} />
        ))}
      </div>
      <WhyPanel option={option} />
    </>
  );
}

/** Nothing to compute: no rules at all, or none on this day; what comes first is known all the same. */
function WithoutRules({ detail, programme }: { detail: CompetencyDetail; programme: ProgrammeView }) {
  const t = useText();
  const local = useLocalText();
  const rules = programme.competencies.find(({ competency }) => competency === detail.competency);
  const prerequisites = rules?.prerequisites ?? null;
  const never = rules === undefined || rules.options.length === 0;
  const nameOf = (id: string) => {
    const other = programme.competencies.find(({ competency }) => competency === id);
    return other === undefined ? id : local(other.name);
  };
  return (
    <EmptyState
      icon={<SearchInfoRegular />}
      title={t(never ? 'competency.noOptions' : 'designation.noRules')}
    >
      {prerequisites !== null && (
        <>
          <p>
            {t('requirements.prerequisites', { names: prerequisites.anyOf.map(nameOf).join(', ') })}{' '}
            {t('requirements.validation', { how: local(prerequisites.validation) })}
          </p>
          <p>
            {prerequisites.anyOf.map((id) => (
              <Link
                key={id}
                to={PATHS.competency}
                params={{ competency: id }}
                className={`${table.link} ${styles.first}`}
              >
                {nameOf(id)}
              </Link>
            ))}
          </p>
        </>
      )}
    </EmptyState>
  );
}

/** The option by which the level is held, else the first of the catalogue. */
function firstShown(detail: CompetencyDetail): Option | undefined {
  const holding = detail.options.find((option) =>
    option.levels.some(({ level, outcome }) => level === detail.attained?.level && outcome === 'met'),
  );
  return holding ?? detail.options[0];
}

function Options({ detail, programme }: { detail: CompetencyDetail; programme: ProgrammeView }) {
  const t = useText();
  const local = useLocalText();
  const [url, patch] = useUrlState();
  const explanation = useMemo(
    () => ({ programme, people: detail.people, records: detail.records }),
    [programme, detail],
  );
  const option = detail.options.find((one) => one.option === url.option) ?? firstShown(detail);
  if (option === undefined) return <WithoutRules detail={detail} programme={programme} />;
  const tracks = detail.options.every(({ track }) => track !== null);
  return (
    <ExplanationContext value={explanation}>
      {detail.options.length > 1 && (
        <TabList
          aria-label={t(tracks ? 'competency.tracks' : 'competency.options')}
          selectedValue={option.option ?? ''}
          onTabSelect={(_, data) => patch({ option: String(data.value) })}
          className={styles.tabs!}
        >
          {detail.options.map((one) => (
            <Tab key={one.option} value={one.option ?? ''}>
              <span className={styles.tab}>
                {one.name === null ? '' : local(one.name)}
                <OptionState option={one} />
              </span>
            </Tab>
          ))}
        </TabList>
      )}
      <OptionView
        key={option.option}
        option={option}
        programme={programme}
        windowFrom={detail.qualificationWindowFrom}
      />
    </ExplanationContext>
  );
}

export function CompetencyPage() {
  const t = useText();
  const local = useLocalText();
  const partner = usePartnerId();
  const { question } = useSession();
  const navigate = useNavigate();
  const { competency } = useParams({ from: '/app/competencies/$competency' });
  const query = useQuery(competencyQuery(partner, competency, question));
  const programme = useProgrammeRules();
  // The catalogue is for everyone: a reader who may not see the status still reads which competency it is.
  const known = programme.data?.competencies.find((one) => one.competency === competency);
  const name = query.data?.name ?? known?.name;
  if (problemCode(query.error) === 'competency-not-found') return <NotFoundPage />;
  const title = name === undefined ? '…' : local(name);
  return (
    <PageFrame
      key={competency}
      page="competency"
      title={title}
      crumbs={[{ to: PATHS.competencies, label: t('nav.competencies') }]}
      ability="competencies"
      choice={
        <ProgrammeChoice
          onChoose={(search) =>
            void navigate({
              to: PATHS.competencies,
              search: (before: UrlState) => ({ ...before, ...search }),
            })
          }
        />
      }
      actions={
        <Link to={PATHS.requirements} hash={competency} className={table.link}>
          {t('competency.requirements')}
        </Link>
      }
    >
      <QueryView query={query} skeleton={<Bones count={4} height={120} />}>
        {(detail) => (
          <>
            <AnswerRemarks warnings={detail.warnings} />
            <CompetencyHeader detail={detail} />
            {detail.attained !== null && (
              <section className={styles.risk}>
                <h2>{t('risk.title')}</h2>
                <RiskSection competency={detail.competency} />
              </section>
            )}
            <QueryView query={programme} skeleton={<Bones count={3} height={120} />}>
              {(rules) => (
                <>
                  <Options detail={detail} programme={rules} />
                  <section className={styles.risk}>
                    <h2>{t('lifecycle.history')}</h2>
                    <LifecycleHistory history={detail.history} />
                  </section>
                  <CatalogueNote detail={detail} />
                </>
              )}
            </QueryView>
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
