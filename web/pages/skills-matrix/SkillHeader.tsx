import { Link } from '@tanstack/react-router';
import type { MatrixSkill } from '../../../src/contract/skills-matrix.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './SkillsMatrix.module.css';

interface SkillHeaderProps {
  readonly skill: MatrixSkill;
  readonly competency: string;
}

/** A skill with how many hold it and for how many it counts: the link leads to these rows of the skills report. */
export function SkillHeader({ skill, competency }: SkillHeaderProps) {
  const t = useText();
  const { id, code, title, held, counting, ending } = skill;
  const totals = t('matrix.column.counting', { counting, held });
  return (
    <span title={`${code} · ${title}`}>
      <span className={styles.code}>{code}</span>
      <span className={styles.skill}>{title === code ? '' : title}</span>
      <span className={styles.totals}>
        {held === 0 ? (
          totals
        ) : (
          <Link to={PATHS.skillsReport} search={{ competency, skill: id }} className={table.link}>
            {totals}
          </Link>
        )}
        {ending > 0 && (
          <>
            <br />
            {t('matrix.column.ending', { count: ending })}
          </>
        )}
      </span>
    </span>
  );
}
