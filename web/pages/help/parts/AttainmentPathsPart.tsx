import { ChevronRightRegular } from '@fluentui/react-icons';
import { Link, useLocation } from '@tanstack/react-router';
import type { ProgrammeView } from '../../../../src/contract/catalogue.ts';
import { LevelMark } from '../../../components/LevelMark.tsx';
import { ProgrammeChoice } from '../../../components/ProgrammeChoice.tsx';
import { useProgrammeRules } from '../../../components/programme.ts';
import { QueryView } from '../../../components/QueryView.tsx';
import { useDates } from '../../../messages/use-dates.ts';
import { useLocalText, useText } from '../../../messages/use-text.ts';
import { PATHS } from '../../../paths.ts';
import { Bones } from '../../../ui/Bones.tsx';
import { Medal } from '../../../ui/Medal.tsx';
import table from '../../../ui/Table.module.css';
import { RequirementText } from '../../requirements/RequirementText.tsx';
import { useAnchor } from '../use-anchor.ts';
import styles from './HelpParts.module.css';

type CompetencyRules = ProgrammeView['competencies'][number];

function Option({
  option,
  programme,
}: {
  option: CompetencyRules['options'][number];
  programme: ProgrammeView;
}) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  return (
    <section>
      {option.name !== null && <h4>{local(option.name)}</h4>}
      {option.levels.map((level) => (
        <div key={level.level} className={styles.level}>
          <LevelMark level={level.level} size={20} />
          <RequirementText requirement={level.requirement} programme={programme} />
          <p className={styles.also}>
            {t('requirements.since', { day: dates.day(level.from) })}.{' '}
            {t('competency.catalogue.source', { source: level.source.text })}
          </p>
        </div>
      ))}
    </section>
  );
}

function Competency({ rules, programme }: { rules: CompetencyRules; programme: ProgrammeView }) {
  const t = useText();
  const local = useLocalText();
  const { hash } = useLocation();
  const levels = new Set(rules.options.flatMap((option) => option.levels.map(({ level }) => level)));
  return (
    <details className={styles.path} open={hash === rules.competency}>
      <summary id={rules.competency}>
        <span className={styles.chevron}>
          <ChevronRightRegular />
        </span>
        <h3>{local(rules.name)}</h3>
        <span className={styles.levels}>
          {[...levels].map((level) => (
            <Medal key={level} level={level} size={18} />
          ))}
        </span>
      </summary>
      {rules.options.length === 0 && <p>{t('competency.noOptions')}</p>}
      {rules.options
        .filter(({ levels }) => levels.length > 0)
        .map((option) => (
          <Option key={option.option} option={option} programme={programme} />
        ))}
      <Link to={PATHS.requirements} hash={rules.competency} className={`${table.link} no-print`}>
        {t('help.paths.page')}
      </Link>
    </details>
  );
}

function Paths({ programme }: { programme: ProgrammeView }) {
  useAnchor(true);
  return (
    <div className={styles.paths}>
      {programme.competencies.map((rules) => (
        <Competency key={rules.competency} rules={rules} programme={programme} />
      ))}
    </div>
  );
}

/** The rules of the catalogue in force on the day of the page, folded competency by competency. */
export function AttainmentPathsPart() {
  const query = useProgrammeRules();
  const skeleton = (
    <div className={styles.bones}>
      <Bones count={18} height={40} />
    </div>
  );
  return (
    <>
      <ProgrammeChoice among="catalogue" />
      <QueryView query={query} skeleton={skeleton}>
        {(programme) => <Paths programme={programme} />}
      </QueryView>
    </>
  );
}
