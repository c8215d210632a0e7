import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Requirements.module.css';

/** How often one person may be used across competencies, in words; nothing where the programme sets no limit. */
export function SharingLimits({ programme }: { programme: ProgrammeView }) {
  const t = useText();
  const local = useLocalText();
  if (programme.sharingLimits.length === 0) return null;
  const groups = (ids: readonly string[]) =>
    ids.map((id) => (programme.groups[id] === undefined ? id : local(programme.groups[id]))).join(', ');
  const levels = (ids: readonly string[]) =>
    programme.levels
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => local(name))
      .join(', ');
  const competencies = (ids: readonly string[]) =>
    programme.competencies
      .filter(({ competency }) => ids.includes(competency))
      .map(({ name }) => local(name))
      .join(', ');
  return (
    <section className={styles.rule}>
      <h2>{t('requirements.sharing')}</h2>
      <ul>
        {programme.sharingLimits.map((limit) => {
          const parts = [
            limit.atMost === null
              ? t('requirements.sharing.oneOf', { groups: groups(limit.groups ?? []) })
              : t('requirements.sharing.atMost', { atMost: limit.atMost }),
            ...(limit.atMost !== null && limit.groups !== null
              ? [t('requirements.sharing.groups', { groups: groups(limit.groups) })]
              : []),
            ...(limit.levels !== null
              ? [t('requirements.sharing.levels', { levels: levels(limit.levels) })]
              : []),
            ...(limit.exempt.length > 0
              ? [t('requirements.sharing.exempt', { exempt: competencies(limit.exempt) })]
              : []),
          ];
          return <li key={parts.join()}>{parts.join(' ; ')}</li>;
        })}
      </ul>
    </section>
  );
}
