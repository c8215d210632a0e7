import type { CandidateResult, StudyView } from '../../../src/contract/plan-studies.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { RepairCell } from './RepairCell.tsx';
import styles from './Scenarios.module.css';
import { useAmounts } from './use-amounts.ts';
import { usePlanNames } from './use-plan-names.ts';

type Candidates = Extract<StudyView, { kind: 'candidates' }>;

function Worth({ candidate, currency }: { candidate: CandidateResult; currency: string }) {
  const t = useText();
  const amounts = useAmounts(currency);
  const { saved, savedHours } = candidate;
  if (saved === null) {
    return (
      <span className={table.quiet}>
        {t(candidate.plan.cost === null ? 'study.worth.none' : 'study.worth.possible')}
      </span>
    );
  }
  return (
    <div className={styles.cell}>
      <strong className={saved > 0 ? styles.up : ''}>{amounts.money(saved)}</strong>
      {savedHours !== null && <span className={styles.note}>{amounts.hours(savedHours)}</span>}
    </div>
  );
}

/** Beside the plan without anybody new: what each candidate brings at once, and what the plan costs with him or her. */
export function CandidateResults({ study }: { study: Candidates }) {
  const t = useText();
  const local = useLocalText();
  const allOf = useAllOf();
  const names = usePlanNames(study);
  const { without, candidates, currency } = study;
  return (
    <section className={card.card}>
      <h2>{t('study.candidates.result')}</h2>
      <table className={`${table.table} ${table.cards}`} aria-label={t('study.candidates.result')}>
        <thead>
          <tr>
            <th>{t('study.candidate.who')}</th>
            <th>{t('study.candidate.atOnce')}</th>
            <th>{t('study.candidate.plan')}</th>
            <th>{t('study.worth')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td data-label="">{t('study.candidate.nobody')}</td>
            <td data-label={t('study.candidate.atOnce')}>–</td>
            <td data-label={t('study.candidate.plan')}>
              <RepairCell repair={without} currency={currency} names={names} />
            </td>
            <td data-label={t('study.worth')}>–</td>
          </tr>
          {candidates.map((candidate, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two candidates may have the same name.
            <tr key={index}>
              <td data-label="">
                <strong>{candidate.name}</strong>
              </td>
              <td data-label={t('study.candidate.atOnce')}>
                {candidate.levelsGained.length === 0
                  ? t('study.candidate.noLevel')
                  : allOf(
                      candidate.levelsGained.map(({ name, levelName }) =>
                        t('plans.target', { competency: local(name), level: local(levelName) }),
                      ),
                    )}
              </td>
              <td data-label={t('study.candidate.plan')}>
                <RepairCell repair={candidate.plan} currency={currency} names={names} />
              </td>
              <td data-label={t('study.worth')}>
                <Worth candidate={candidate} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
