import { Link } from '@tanstack/react-router';
import { STANDING_LABELS } from '../../../src/contract/messages/matrix-texts.ts';
import type { MatrixPerson, MatrixSkill, SkillsMatrix } from '../../../src/contract/skills-matrix.ts';
import { RecordWayView } from '../../components/RecordWayView.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { CellMark } from './CellMark.tsx';
import styles from './SkillsMatrix.module.css';
import { StandingText } from './StandingText.tsx';

/** What was opened: a person, or one skill of a person. */
export interface OpenedCell {
  readonly person: MatrixPerson;
  readonly skill: MatrixSkill | null;
}

/** To which levels of which options the person is what. */
function Uses({ person: { uses }, options }: { person: MatrixPerson; options: SkillsMatrix['options'] }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  const { locale } = useLocale();
  if (uses.length === 0) return null;
  return (
    <ul>
      {uses.map((use) => {
        const name = options.find(({ id }) => id === use.option)?.name ?? null;
        const values = { level: level(use.level), standing: STANDING_LABELS[locale][use.standing] };
        return (
          <li key={`${use.option} ${use.level}`}>
            {name === null
              ? t('matrix.useLevel', values)
              : t('matrix.use', { ...values, option: local(name) })}
          </li>
        );
      })}
    </ul>
  );
}

function Skill({ person, skill }: { person: MatrixPerson; skill: MatrixSkill }) {
  const t = useText();
  const dates = useDates();
  const reason = useReasonText();
  const partner = usePartnerId();
  const { question } = useSession();
  const cell = person.cells[skill.id];
  if (cell === undefined) return <p>{t('matrix.cell.none')}</p>;
  const path = `/partners/${partner}/skills-report/records/${encodeURIComponent(cell.recordId)}/way`;
  return (
    <>
      <CellMark cell={cell} />
      {cell.reason !== null && <p>{reason(cell.reason)}</p>}
      <p className={styles.hint}>{t('matrix.achieved', { day: dates.day(cell.achievedOn) })}</p>
      <RecordWayView path={path} asked={question} />
    </>
  );
}

interface CellPanelProps {
  readonly opened: OpenedCell | null;
  readonly matrix: SkillsMatrix;
  readonly onClose: () => void;
}

/** One cell in full: whose it is, what the person is to the competency, and the way of the record. */
export function CellPanel({ opened, matrix, onClose }: CellPanelProps) {
  const t = useText();
  const person = opened?.person;
  const name = person === undefined ? '' : `${person.firstName} ${person.lastName}`;
  return (
    <SidePanel open={opened !== null} title={opened?.skill?.title ?? name} onClose={onClose}>
      {opened !== null && person !== undefined && (
        <div className={styles.panel}>
          <p>
            <strong>{name}</strong>
            <br />
            {person.workEmail}
          </p>
          <StandingText standing={person.standing} />
          <Uses person={person} options={matrix.options} />
          {opened.skill !== null && <Skill person={person} skill={opened.skill} />}
          <Link to={PATHS.skillsReport} search={{ user: person.userId }} className={table.link}>
            {t('competency.seat.report')}
          </Link>
        </div>
      )}
    </SidePanel>
  );
}
