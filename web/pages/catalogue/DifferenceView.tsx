import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { RequirementView } from '../../../src/contract/catalogue.ts';
import type { DifferenceView as Difference } from '../../../src/contract/catalogue-versions.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { RequirementText } from '../requirements/RequirementText.tsx';
import styles from './Catalogue.module.css';

const POLICIES: Readonly<Record<Difference['policies'][number]['policy'], MessageId>> = {
  'recognised-sources': 'catalogue.policy.recognisedSources',
  'min-grade': 'catalogue.policy.minGrade',
  'retirement-counts': 'catalogue.policy.retirementCounts',
  'retirement-listed': 'catalogue.policy.retirementListed',
  validity: 'catalogue.policy.validity',
  'pmc-window': 'catalogue.policy.pmcWindow',
  'qualification-window': 'catalogue.policy.qualificationWindow',
  'fiscal-year': 'catalogue.policy.fiscalYear',
  'documented-until': 'catalogue.policy.documentedUntil',
  'default-track': 'catalogue.policy.defaultTrack',
  tracks: 'catalogue.policy.tracks',
  levels: 'catalogue.policy.levels',
  'sharing-limits': 'catalogue.policy.sharingLimits',
  membership: 'catalogue.policy.membership',
  reminders: 'catalogue.policy.reminders',
  metrics: 'catalogue.policy.metrics',
  aliases: 'catalogue.policy.aliases',
  names: 'catalogue.policy.names',
};

type SkillChange = Difference['skills'][number];

const FIELDS: Readonly<Record<SkillChange['fields'][number]['field'], MessageId>> = {
  title: 'catalogue.skill.title',
  retiredOn: 'catalogue.skill.retiredOn',
  retiredBefore: 'catalogue.skill.retiredBefore',
  validity: 'catalogue.skill.validity',
  replacedBy: 'catalogue.skill.replacedBy',
  prerequisites: 'catalogue.skill.prerequisites',
  provider: 'catalogue.skill.provider',
  source: 'catalogue.skill.source',
};

const COMPETENCIES: Readonly<Record<Difference['competencies'][number]['kind'], MessageId>> = {
  added: 'catalogue.competency.added',
  removed: 'catalogue.competency.removed',
  'described-otherwise': 'catalogue.competency.described',
};

/** A day is told as one, whatever else stands as it is written. */
function useValue(): (value: string | null) => string {
  const t = useText();
  const dates = useDates();
  return (value) => {
    if (value === null) return t('catalogue.nothing');
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dates.day(value) : value;
  };
}

function Skills({ skills }: Pick<Difference, 'skills'>) {
  const t = useText();
  const shown = useValue();
  if (skills.length === 0) return null;
  return (
    <section className={`${card.card} ${styles.section}`} aria-labelledby="changed-skills">
      <h2 id="changed-skills">{t('catalogue.skills', { count: skills.length })}</h2>
      <ul className={styles.list}>
        {skills.map(({ skill, title, kind, fields }) => (
          <li key={skill}>
            <strong>{title}</strong> <code>{skill}</code>
            {kind !== 'changed' && (
              <div>{t(kind === 'added' ? 'catalogue.skill.added' : 'catalogue.skill.removed')}</div>
            )}
            {fields.map(({ field, before, after }) => (
              <div key={field}>
                {t('catalogue.value', { what: t(FIELDS[field]), before: shown(before), after: shown(after) })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Policies({ policies, competencies }: Pick<Difference, 'policies' | 'competencies'>) {
  const t = useText();
  const local = useLocalText();
  const shown = useValue();
  if (policies.length + competencies.length === 0) return null;
  return (
    <section className={`${card.card} ${styles.section}`} aria-labelledby="changed-policies">
      <h2 id="changed-policies">{t('catalogue.policies')}</h2>
      <ul className={styles.list}>
        {policies.map(({ policy, before, after }) => (
          <li key={policy}>
            {before === null && after === null
              ? t('catalogue.otherwise', { what: t(POLICIES[policy]) })
              : t('catalogue.value', {
                  what: t(POLICIES[policy]),
                  before: shown(before),
                  after: shown(after),
                })}
          </li>
        ))}
        {competencies.map(({ competency, kind }) => (
          <li key={competency.id}>{t(COMPETENCIES[kind], { name: local(competency.name) })}</li>
        ))}
      </ul>
    </section>
  );
}

function Side({
  title,
  requirement,
  names,
}: {
  title: string;
  requirement: RequirementView | null;
  names: Difference['names'];
}) {
  const t = useText();
  return (
    <div className={styles.side}>
      <h4>{title}</h4>
      {requirement === null ? (
        <p className={styles.quiet}>{t('catalogue.noRules')}</p>
      ) : (
        <RequirementText requirement={requirement} programme={names} />
      )}
    </div>
  );
}

function Rules({ rules, names }: Pick<Difference, 'rules' | 'names'>) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  if (rules.length === 0) return null;
  return (
    <section className={`${card.card} ${styles.section}`} aria-labelledby="changed-rules">
      <h2 id="changed-rules">{t('catalogue.rules', { count: rules.length })}</h2>
      {rules.map(({ competency, option, level, spans }) => (
        <article
          key={`${competency.id} ${option === null ? '' : option.en} ${level.id}`}
          className={styles.section}
        >
          <h3>
            {[local(competency.name), option === null ? null : local(option), local(level.name)]
              .filter((part) => part !== null)
              .join(' · ')}
          </h3>
          {spans.map((span) => (
            <div key={`${span.from} ${span.until}`} className={styles.section}>
              <p className={styles.quiet}>
                {t('catalogue.span', {
                  from: span.from === null ? 'none' : dates.day(span.from),
                  until: span.until === null ? 'none' : dates.day(span.until),
                })}
              </p>
              <div className={styles.sides}>
                <Side title={t('catalogue.before')} requirement={span.before} names={names} />
                <Side title={t('catalogue.after')} requirement={span.after} names={names} />
              </div>
            </div>
          ))}
        </article>
      ))}
    </section>
  );
}

/** What a draft says otherwise than the rules in force, in words, old and new side by side. */
export function DifferenceView({ difference }: { difference: Difference | null }) {
  const t = useText();
  if (difference === null) return <p>{t('catalogue.noDifference')}</p>;
  const { policies, skills, competencies, rules, names } = difference;
  if (policies.length + skills.length + competencies.length + rules.length === 0) {
    return (
      <EmptyState icon={<CheckmarkCircleRegular />} title={t('catalogue.same')}>
        <p>{t('catalogue.same.next')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Rules rules={rules} names={names} />
      <Skills skills={skills} />
      <Policies policies={policies} competencies={competencies} />
    </>
  );
}
