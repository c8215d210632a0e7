import { Button } from '@fluentui/react-components';
import { AddRegular, PersonAddRegular } from '@fluentui/react-icons';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { CandidateCard } from './CandidateCard.tsx';
import { CandidateResults } from './CandidateResults.tsx';
import { ChosenTargets } from './ChosenTargets.tsx';
import { CompanyAndRules } from './CompanyAndRules.tsx';
import { type CandidateDraft, MOST_CANDIDATES, readCandidates } from './candidate-draft.ts';
import { printedList } from './listed-in-address.ts';
import { MakersPage } from './MakersPage.tsx';
import { printDraft, readDraft } from './plan-draft.ts';
import { questionOf } from './plan-question.ts';
import { proposedDay } from './proposed-day.ts';
import styles from './Scenarios.module.css';
import { StudyResult } from './StudyResult.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import { useStudy } from './use-study.ts';

function Candidates({ list, rules }: { list: CompetencyList; rules: ProgrammeView }) {
  const t = useText();
  const { day } = useSession();
  const [url, patch] = useUrlState();
  const draft = readDraft(url);
  const candidates = readCandidates(url.candidates);
  const change = (next: readonly CandidateDraft[]) => patch({ candidates: printedList(next) });
  const question = questionOf(draft, proposedDay(list.levels, day), rules.programme);
  const named = candidates
    .filter(({ skills }) => skills.length > 0)
    .map(({ name, skills }, index) => ({
      name: name.trim() === '' ? t('study.candidate', { number: index + 1 }) : name.trim(),
      skills: [...skills],
    }));
  const asked = useStudy(
    'candidates',
    question === null || named.length === 0 ? null : { question, candidates: named },
  );
  const onTargets = (next: typeof draft) => patch(printDraft(next));
  return (
    <div className={styles.layout}>
      <div className={styles.scenarios}>
        <section className={card.card}>
          <h2>{t('plans.targets')}</h2>
          <ChosenTargets list={list} draft={draft} onChange={onTargets} />
          <TargetPicker list={list} draft={draft} onChange={onTargets} />
        </section>
        {candidates.map((candidate, index) => (
          <CandidateCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a candidate is known by the place.
            key={index}
            candidate={candidate}
            number={index + 1}
            rules={rules}
            onChange={(next) => change(candidates.map((one, at) => (at === index ? next : one)))}
            onRemove={() => change(candidates.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      {candidates.length < MOST_CANDIDATES && (
        <div>
          <Button
            appearance={candidates.length === 0 ? 'primary' : 'secondary'}
            icon={<AddRegular />}
            onClick={() => change([...candidates, { name: '', skills: [] }])}
          >
            {t('study.candidate.add')}
          </Button>
        </div>
      )}
      {question === null || named.length === 0 ? (
        <EmptyState icon={<PersonAddRegular />} title={t('study.candidates.empty')}>
          <p>{t('study.candidates.empty.text')}</p>
        </EmptyState>
      ) : (
        <StudyResult asked={asked} bones={2}>
          {(study) => study.candidates.length > 0 && <CandidateResults study={study} />}
        </StudyResult>
      )}
    </div>
  );
}

/** Hire or train: what somebody with given certificates would be worth. */
export function CandidatesPage() {
  const t = useText();
  return (
    <MakersPage
      page="plan-candidates"
      tab="candidates"
      title={t('study.candidates')}
      lead={t('study.candidates.lead')}
    >
      <CompanyAndRules>{(list, rules) => <Candidates list={list} rules={rules} />}</CompanyAndRules>
    </MakersPage>
  );
}
