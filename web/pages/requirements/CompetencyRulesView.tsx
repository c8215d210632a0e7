import { Link } from '@tanstack/react-router';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import { LevelMark } from '../../components/LevelMark.tsx';
import { useOwnProgrammes } from '../../components/programme.ts';
import { SourceText } from '../../components/SourceText.tsx';
import { useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Requirements.module.css';
import { RequirementText } from './RequirementText.tsx';

type CompetencyRules = ProgrammeView['competencies'][number];
type LevelRules = CompetencyRules['options'][number]['levels'][number];

function Level({ level, programme }: { level: LevelRules; programme: ProgrammeView }) {
  const t = useText();
  const dates = useDates();
  const from = dates.day(level.from);
  const force =
    level.until === null
      ? t('requirements.since', { day: from })
      : t('requirements.sinceUntil', { from, until: dates.day(level.until) });
  return (
    <div className={styles.level}>
      <h4>
        <LevelMark level={level.level} />
      </h4>
      <RequirementText requirement={level.requirement} programme={programme} />
      <p className={styles.source}>
        {force}. <SourceText source={level.source.text} />
      </p>
    </div>
  );
}

/** One competency: options one below the other, levels side by side. */
export function CompetencyRulesView(props: { competency: CompetencyRules; programme: ProgrammeView }) {
  const { competency, programme } = props;
  const t = useText();
  const local = useLocalText();
  const nameOf = (id: string) => {
    const other = programme.competencies.find((one) => one.competency === id);
    return other === undefined ? id : local(other.name);
  };
  // The company has a status only in the programmes in which it takes part.
  const own = useOwnProgrammes()?.some((one) => one.programme === programme.programme) === true;
  const mayStatus = useSession().can('competencies') && own;
  const inForce = competency.options.filter(({ levels }) => levels.length > 0);
  return (
    <article className={styles.competency}>
      <div className={styles.head}>
        <h2 id={competency.competency} tabIndex={-1}>
          {local(competency.name)}
        </h2>
        {mayStatus && (
          <Link
            to={PATHS.competency}
            params={{ competency: competency.competency }}
            className={`${table.link} no-print`}
          >
            {t('requirements.status')}
          </Link>
        )}
      </div>
      {competency.notes.map((note) => (
        <p key={note.en} className={styles.quiet}>
          {local(note)}
        </p>
      ))}
      {competency.prerequisites !== null && (
        <p>
          {t('requirements.prerequisites', { names: competency.prerequisites.anyOf.map(nameOf).join(', ') })}{' '}
          {t('requirements.validation', { how: local(competency.prerequisites.validation) })}
        </p>
      )}
      {competency.tracks !== null && (
        <p className={styles.quiet}>
          {t(competency.tracks === 'assigned' ? 'requirements.tracks.assigned' : 'requirements.tracks.both')}
        </p>
      )}
      {competency.options.length === 0 && <p>{t('competency.noOptions')}</p>}
      {competency.options.length > 0 && inForce.length === 0 && <p>{t('designation.noRules')}</p>}
      {inForce.map((option) => (
        <section key={option.option}>
          {option.name !== null && <h3>{local(option.name)}</h3>}
          <div className={styles.levels}>
            {option.levels.map((level) => (
              <Level key={level.level} level={level} programme={programme} />
            ))}
          </div>
        </section>
      ))}
    </article>
  );
}
