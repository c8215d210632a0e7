import { Link } from '@tanstack/react-router';
import type { CountedSkillView } from '../../../src/contract/network-view.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './NetworkView.module.css';
import { useNumber } from './use-number.ts';

/** Levels named beside a skill; the list of its companies names all. */
const MOST_NAMED = 4;

export function SkillName({ skill: { skill, title } }: { skill: CountedSkillView }) {
  return (
    <td data-label="" className={styles.skill}>
      <span>
        {title}
        <span className={styles.code}>{skill}</span>
      </span>
    </td>
  );
}

interface SkillCellsProps {
  readonly skill: CountedSkillView;
  readonly list: 'missing' | 'retiring';
  readonly programme: string;
  readonly levelsLabel: string;
}

/** Levels, companies and which levels, each number with its companies behind it. */
export function SkillCells({ skill: counted, list, programme, levelsLabel }: SkillCellsProps) {
  const t = useText();
  const local = useLocalText();
  const number = useNumber();
  const [{ market, country }] = useUrlState();
  const { skill, title, companies, levels, byLevel } = counted;
  const search = { programme, market, country, list, skill };
  return (
    <>
      <td data-label={levelsLabel} className={styles.number}>
        {number(levels)}
      </td>
      <td data-label={t('networkView.column.companies')} className={styles.number}>
        {companies === 0 ? (
          <span className={table.quiet}>{number(0)}</span>
        ) : (
          <Link
            to={PATHS.networkCompanies}
            search={search}
            className={table.link}
            aria-label={t('networkView.skill.companies', { count: companies, skill: title })}
          >
            {number(companies)}
          </Link>
        )}
      </td>
      <td data-label={t('networkView.column.byLevel')}>
        <ul className={styles.list}>
          {byLevel.slice(0, MOST_NAMED).map(({ competency, level, companies: concerned }) => (
            <li key={`${competency.id} ${level.id}`}>
              {local(competency.name)} {local(level.name)}{' '}
              <Link
                to={PATHS.networkCompanies}
                search={{ ...search, competency: competency.id, level: level.id }}
                className={table.link}
                aria-label={t('networkView.cell', {
                  count: concerned,
                  competency: local(competency.name),
                  level: local(level.name),
                  state: title,
                })}
              >
                {number(concerned)}
              </Link>
            </li>
          ))}
          {byLevel.length > MOST_NAMED && (
            <li className={table.quiet}>
              {t('networkView.byLevel.more', { count: byLevel.length - MOST_NAMED })}
            </li>
          )}
        </ul>
      </td>
    </>
  );
}
