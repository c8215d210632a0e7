import type { ProgrammeView, RequirementView } from '../../../src/contract/catalogue.ts';
import { METRIC_KINDS } from '../../explanation/metric-kinds.ts';
import { PredicateList } from '../../explanation/PredicateList.tsx';
import { usePerformanceSentence } from '../../explanation/performance-sentence.ts';
import { useLevelText } from '../../explanation/use-level-text.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Requirements.module.css';
import { ScoreText } from './ScoreText.tsx';

interface RequirementTextProps {
  readonly requirement: RequirementView;
  readonly programme: ProgrammeView;
  /** Another group of people stands before this one in the same rule. */
  readonly follows?: boolean;
}

function People({ requirement, programme, follows = false }: RequirementTextProps) {
  const t = useText();
  const local = useLocalText();
  const group = programme.groups[requirement.group ?? ''];
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{t('competency.basis.skills')}</span>
      {group !== undefined && <span>{t('competency.people.group', { group: local(group) })}</span>}
      <span>{t('competency.people.need', { count: requirement.count ?? 1 })}</span>
      {follows && (
        <span className={styles.quiet}>
          {t(requirement.overlap === 'allowed' ? 'competency.people.same' : 'competency.people.others')}
        </span>
      )}
      {requirement.holds !== undefined && (
        <PredicateList predicate={requirement.holds} skills={programme.skills} />
      )}
      {(requirement.ofWhich ?? []).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
        <div key={index}>
          <span>{t('competency.people.ofWhich', { count: one.count })}</span>
          <PredicateList predicate={one.alsoHolds} skills={programme.skills} />
        </div>
      ))}
    </div>
  );
}

function Performance({ requirement, programme }: RequirementTextProps) {
  const t = useText();
  const local = useLocalText();
  const sentenceOf = usePerformanceSentence();
  const metric = programme.metrics[requirement.metric ?? ''];
  const kind = METRIC_KINDS[metric?.kind ?? ''];
  const basis = t('competency.basis.performance');
  const associations = (requirement.associations ?? []).map((id) => {
    const name = programme.associationTypes[id];
    return name === undefined ? id : local(name);
  });
  const sentence = sentenceOf({
    metric: metric === undefined ? (requirement.metric ?? '') : local(metric.name),
    need: requirement.min ?? 0,
    unit: metric === undefined ? '' : local(metric.unit),
    window: requirement.window,
    measure: requirement.measure,
  });
  const market =
    requirement.market === 'developed'
      ? ` (${t('competency.performance.market.developed')})`
      : requirement.market === 'developing'
        ? ` (${t('competency.performance.market.developing')})`
        : '';
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{kind === undefined ? basis : `${basis} – ${t(kind)}`}</span>
      <span>
        {sentence}
        {market}
      </span>
      {associations.length > 0 && (
        <span className={styles.quiet}>
          {t('competency.performance.associations', { associations: associations.join(', ') })}
        </span>
      )}
    </div>
  );
}

function Asset({ requirement, programme }: RequirementTextProps) {
  const t = useText();
  const local = useLocalText();
  const name = programme.assets[requirement.asset ?? ''];
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{t('competency.basis.asset')}</span>
      <span>{name === undefined ? requirement.asset : local(name)}</span>
    </div>
  );
}

function Score({ requirement, programme }: RequirementTextProps) {
  return requirement.score === undefined ? null : (
    <ScoreText score={requirement.score} programme={programme} />
  );
}

function AssetCount({ requirement, programme }: RequirementTextProps) {
  const t = useText();
  const local = useLocalText();
  const names = (requirement.assets ?? []).map((id) => {
    const name = programme.assets[id];
    return name === undefined ? id : local(name);
  });
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{t('competency.basis.asset')}</span>
      <span>{t('competency.assets.need', { count: requirement.count ?? 1 })}</span>
      <span>{names.join(', ')}</span>
    </div>
  );
}

function PercentOfStaff({ requirement, programme }: RequirementTextProps) {
  const t = useText();
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{t('competency.basis.skills')}</span>
      <span>
        {t('competency.percent.need', { percent: requirement.percent ?? 0, cap: requirement.atMost ?? 0 })}
      </span>
      {requirement.holds !== undefined && (
        <PredicateList predicate={requirement.holds} skills={programme.skills} />
      )}
    </div>
  );
}

function Attained({ requirement, programme }: RequirementTextProps) {
  const t = useText();
  const levelText = useLevelText(programme);
  const anyOf = requirement.anyOf ?? [];
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{t('competency.basis.attained')}</span>
      <span>{t(anyOf.length > 1 ? 'competency.attained.needAny' : 'competency.attained.need')}</span>
      <span>{anyOf.map(levelText).join(' ; ')}</span>
    </div>
  );
}

function Group({ requirement, programme }: RequirementTextProps) {
  const t = useText();
  const any = requirement.kind === 'any-of';
  const parts = requirement.of ?? [];
  const firstPeople = parts.findIndex(({ kind }) => kind === 'people');
  return (
    <div className={any ? styles.any : styles.all}>
      {any && <span className={styles.quantifier}>{t('competency.group.any')}</span>}
      {parts.map((one, index) => (
        <RequirementText
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
          key={index}
          requirement={one}
          programme={programme}
          follows={!any && firstPeople !== -1 && index > firstPeople}
        />
      ))}
    </div>
  );
}

const RENDERERS: Readonly<Record<RequirementView['kind'], (props: RequirementTextProps) => React.ReactNode>> =
  {
    people: People,
    performance: Performance,
    asset: Asset,
    score: Score,
    'asset-count': AssetCount,
    'percent-of-staff': PercentOfStaff,
    attained: Attained,
    'all-of': Group,
    'any-of': Group,
  };

/** A rule in plain words, without any company's facts. */
export function RequirementText(props: RequirementTextProps) {
  const Renderer = RENDERERS[props.requirement.kind];
  return <Renderer {...props} />;
}
