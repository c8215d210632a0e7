import { Button, Field, Input } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import { SkillSearch } from '../../components/SkillSearch.tsx';
import { skillName } from '../../explanation/PredicateList.tsx';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import type { CandidateDraft } from './candidate-draft.ts';
import styles from './Scenarios.module.css';

interface CandidateCardProps {
  readonly candidate: CandidateDraft;
  readonly number: number;
  readonly rules: ProgrammeView;
  readonly onChange: (candidate: CandidateDraft) => void;
  readonly onRemove: () => void;
}

/** Somebody who may be hired: a name, and what he or she holds. */
export function CandidateCard({ candidate, number, rules, onChange, onRemove }: CandidateCardProps) {
  const t = useText();
  const { name, skills } = candidate;
  return (
    <section className={`${card.card} ${styles.scenario}`} aria-label={t('study.candidate', { number })}>
      <div className={styles.scenarioHead}>
        <Field label={t('study.candidate', { number })}>
          <Input
            value={name}
            maxLength={100}
            placeholder={t('study.candidate.name')}
            onChange={(_, { value }) => onChange({ ...candidate, name: value })}
          />
        </Field>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={t('study.candidate.remove', { number })}
          onClick={onRemove}
        />
      </div>
      {skills.length === 0 ? (
        <p className={styles.note}>{t('study.candidate.empty')}</p>
      ) : (
        <ul className={styles.changes} aria-label={t('study.candidate.holds')}>
          {skills.map((skill) => (
            <li key={skill}>
              {skillName(rules.skills, skill)}
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('study.change.remove', { change: skillName(rules.skills, skill) })}
                onClick={() => onChange({ ...candidate, skills: skills.filter((one) => one !== skill) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SkillSearch
        label={t('study.candidate.holds')}
        skills={rules.skills}
        chosen={skills}
        onChoose={(skill) => onChange({ ...candidate, skills: [...skills, skill] })}
      />
    </section>
  );
}
