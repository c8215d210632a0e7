import { Button } from '@fluentui/react-components';
import { AddRegular, BranchCompareRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import type { PersonRef } from '../../../src/contract/explanation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { CompanyAndRules } from './CompanyAndRules.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { printedList } from './listed-in-address.ts';
import { MakersPage } from './MakersPage.tsx';
import { USUAL_COST } from './plan-draft.ts';
import { heldTargets, proposedDay } from './proposed-day.ts';
import { ScenarioCard } from './ScenarioCard.tsx';
import styles from './Scenarios.module.css';
import { StudyResult } from './StudyResult.tsx';
import { MOST_SCENARIOS, readScenarios, type ScenarioDraft } from './scenario-draft.ts';
import { usePlanNames } from './use-plan-names.ts';
import { useStudy } from './use-study.ts';

/** A person who was chosen in the search, until the study tells him or her. */
function chosenPerson(id: string, label: string): PersonRef {
  return { id, label, initials: '', firstName: null, lastName: null, email: null };
}

function Scenarios({ list, rules }: { list: CompetencyList; rules: ProgrammeView }) {
  const t = useText();
  const { question, day } = useSession();
  const [url, patch] = useUrlState();
  const [chosen, setChosen] = useState<Readonly<Record<string, PersonRef>>>({});
  const scenarios = readScenarios(url.scenarios);
  const change = (next: readonly ScenarioDraft[]) => patch({ scenarios: printedList(next) });
  const asked = scenarios
    .filter(({ changes }) => changes.length > 0)
    .map(({ name, changes }, index) => ({
      name: name.trim() === '' ? t('study.scenario', { number: index + 1 }) : name.trim(),
      changes: [...changes],
    }));
  const targets = heldTargets(list);
  const { asOf, knownAt } = question;
  const compared = useStudy(
    'comparison',
    asked.length === 0
      ? null
      : {
          programme: rules.programme,
          ...(asOf !== undefined && { asOf }),
          ...(knownAt !== undefined && { knownAt }),
          scenarios: asked,
          ...(targets.length > 0 && {
            repair: { targets, by: proposedDay(list.levels, day), costs: { default: USUAL_COST } },
          }),
        },
  );
  const names = usePlanNames({
    programme: { id: rules.programme, name: rules.name },
    people: { ...chosen, ...compared.study?.people },
    skills: rules.skills,
  });
  return (
    <div className={styles.layout}>
      <div className={styles.scenarios}>
        {scenarios.map((scenario, index) => (
          <ScenarioCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a scenario is known by its place.
            key={index}
            scenario={scenario}
            number={index + 1}
            rules={rules}
            names={names}
            onChange={(next) => change(scenarios.map((one, at) => (at === index ? next : one)))}
            onRemove={() => change(scenarios.filter((_, at) => at !== index))}
            onPerson={(id, name) => setChosen({ ...chosen, [id]: chosenPerson(id, name) })}
          />
        ))}
      </div>
      {scenarios.length === 0 && (
        <EmptyState icon={<BranchCompareRegular />} title={t('study.empty')}>
          <p>{t('study.empty.text')}</p>
        </EmptyState>
      )}
      {scenarios.length < MOST_SCENARIOS && (
        <div>
          <Button
            appearance={scenarios.length === 0 ? 'primary' : 'secondary'}
            icon={<AddRegular />}
            onClick={() => change([...scenarios, { name: '', changes: [] }])}
          >
            {t('study.scenario.add')}
          </Button>
        </div>
      )}
      {asked.length > 0 && (
        <StudyResult asked={compared} bones={3}>
          {(study) => study.scenarios.length > 0 && <ComparisonTable study={study} />}
        </StudyResult>
      )}
    </div>
  );
}

/** What if: suppositions side by side, on every competency and on what keeping the levels costs. Nothing is written. */
export function ScenariosPage() {
  const t = useText();
  return (
    <MakersPage
      page="plan-scenarios"
      tab="scenarios"
      title={t('study.scenarios')}
      lead={t('study.scenarios.lead')}
    >
      <CompanyAndRules>{(list, rules) => <Scenarios list={list} rules={rules} />}</CompanyAndRules>
    </MakersPage>
  );
}
