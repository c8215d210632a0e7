import type { ProgrammeView } from '../../src/contract/catalogue.ts';
import type { PredicateView } from '../../src/contract/explanation.ts';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';

type Skills = ProgrammeView['skills'];

/** Longer lists are folded: the first ones tell what kind of skill is meant. */
const SHOWN = 5;

/** Code and title in one line of text. */
export function skillName(skills: Skills, id: string): string {
  const skill = skills[id];
  if (skill === undefined) return id;
  return skill.kind === 'exam' ? `${skill.code} ${skill.title}` : skill.title;
}

function SkillName({ id, skills }: { id: string; skills: Skills }) {
  const t = useText();
  const dates = useDates();
  const skill = skills[id];
  if (skill === undefined) return <span>{id}</span>;
  return (
    <span>
      {skill.kind === 'exam' && <strong className={styles.code}>{skill.code}</strong>} {skill.title}
      {skill.retiredOn !== null && (
        <span className={styles.quiet}>
          {' '}
          ({t('predicate.retired', { day: dates.shortDay(skill.retiredOn) })})
        </span>
      )}
    </span>
  );
}

/** A group of one is its member, unless it names a focus area. */
function simplest(predicate: PredicateView): PredicateView {
  const [only, ...others] = predicate.of ?? [];
  return only === undefined || others.length > 0 || predicate.focus != null ? predicate : simplest(only);
}

function Item({ predicate: given, skills }: { predicate: PredicateView; skills: Skills }) {
  const predicate = simplest(given);
  if (predicate.kind === 'holds') return <SkillName id={predicate.skill ?? ''} skills={skills} />;
  return <PredicateList predicate={predicate} skills={skills} />;
}

/** What one person must hold, in words: nested lists headed "all of these" or "at least one of". */
export function PredicateList({ predicate: given, skills }: { predicate: PredicateView; skills: Skills }) {
  const t = useText();
  const predicate = simplest(given);
  const of = predicate.of ?? [];
  if (predicate.kind === 'holds') {
    return (
      <ul className={styles.predicate}>
        <li>
          <Item predicate={predicate} skills={skills} />
        </li>
      </ul>
    );
  }
  const itemOf = (item: PredicateView, index: number) => (
    <li key={index}>
      <Item predicate={item} skills={skills} />
    </li>
  );
  const folded = of.length > SHOWN + 1;
  return (
    <div>
      <span className={styles.quantifier}>
        {[
          ...(predicate.focus == null ? [] : [t('predicate.focus', { focus: predicate.focus })]),
          ...(of.length > 1 ? [t(predicate.kind === 'any-of' ? 'predicate.anyOf' : 'predicate.allOf')] : []),
        ].join(' – ')}
      </span>
      <ul className={styles.predicate}>{(folded ? of.slice(0, SHOWN) : of).map(itemOf)}</ul>
      {folded && (
        <details className={styles.more}>
          <summary>{t('predicate.more', { count: of.length - SHOWN })}</summary>
          <ul className={styles.predicate}>
            {of.slice(SHOWN).map((item, index) => itemOf(item, index + SHOWN))}
          </ul>
        </details>
      )}
    </div>
  );
}
