import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NearPerson, PeopleNodeView } from '../../src/contract/explanation.ts';
import { useSession } from '../components/session.tsx';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import table from '../ui/Table.module.css';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { PredicateList, skillName } from './PredicateList.tsx';

/** Beyond this many circles a number says more than a crowd. */
const MOST_DRAWN = 24;

interface SeatProps {
  readonly look: string | undefined;
  readonly label: string;
  readonly face: string;
  readonly children: ReactNode;
}

function Seat({ look, label, face, children }: SeatProps) {
  return (
    <Popover withArrow trapFocus positioning={{ position: 'below', align: 'start' }}>
      <PopoverTrigger disableButtonEnhancement>
        <button type="button" className={`${styles.seat} ${look}`} title={label}>
          <span aria-hidden="true">{face}</span>
          <span className="visually-hidden">{label}</span>
        </button>
      </PopoverTrigger>
      <PopoverSurface aria-label={label}>
        <div className={styles.seatPanel}>{children}</div>
      </PopoverSurface>
    </Popover>
  );
}

function PersonHead({ person }: { person: string }) {
  const t = useText();
  const { can } = useSession();
  const ref = useExplanation().people[person];
  return (
    <>
      <strong>{ref?.label ?? person}</strong>
      {ref?.email != null && <span className={styles.quiet}>{ref.email}</span>}
      {can('skills-report') && (
        <Link to={PATHS.skillsReport} search={{ user: person }} className={table.link}>
          {t('competency.seat.report')}
        </Link>
      )}
    </>
  );
}

function Records({ ids }: { ids: readonly string[] }) {
  const t = useText();
  const dates = useDates();
  const { records } = useExplanation();
  return (
    <>
      <span>{t('competency.seat.by')}</span>
      <ul className={styles.predicate}>
        {ids.map((id) => {
          const record = records[id];
          if (record === undefined) return null;
          const until =
            record.expiresOn === null
              ? t('competency.record.forever')
              : t('competency.record.expires', { day: dates.day(record.expiresOn) });
          return (
            <li key={id}>
              {record.kind === 'exam' && <strong className={styles.code}>{record.code}</strong>}{' '}
              {record.title}
              <span className={styles.block}>
                {t('competency.record.achieved', { day: dates.day(record.achievedOn) })}, {until}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Who could take the empty seat first; where nobody has begun, what it takes. */
function EmptySeat({ node }: { node: SeatedNode }) {
  const t = useText();
  const { programme } = useExplanation();
  if (node.near !== undefined && node.near.length > 0) return <Near people={node.near} />;
  return (
    <>
      <span>{t('competency.seat.emptyText')}</span>
      {node.predicate !== undefined && <PredicateList predicate={node.predicate} skills={programme.skills} />}
    </>
  );
}

/** What each of the nearest people still needs. */
function Near({ people }: { people: readonly NearPerson[] }) {
  const t = useText();
  const { people: refs, programme } = useExplanation();
  return (
    <>
      <strong>{t('competency.seat.near')}</strong>
      <ul className={styles.near}>
        {people.map(({ person, missing }) => (
          <li key={person}>
            {refs[person]?.label ?? person}
            <span className={styles.block}>
              {t('competency.seat.needs', {
                skills: missing.map((id) => skillName(programme.skills, id)).join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the drawing of seats reads of a requirement. */
export type SeatedNode = Pick<PeopleNodeView, 'need' | 'have' | 'seats' | 'spare' | 'predicate' | 'near'>;

/** Filled seats with initials, empty ones dashed, spare people faded; each says more when pressed. */
export function Seats({ node }: { node: SeatedNode }) {
  const t = useText();
  const { people } = useExplanation();
  const nameOf = (person: string) => people[person]?.label ?? person;
  const faceOf = (person: string) => people[person]?.initials ?? '?';
  const empty = Math.max(0, node.need - node.have);
  const spare = node.spare.slice(0, Math.max(0, MOST_DRAWN - node.need));
  return (
    <div className={styles.seats}>
      {node.seats.map((seat) => (
        <Seat
          key={seat.person}
          look={styles.filled}
          label={t('competency.seat.filled', { name: nameOf(seat.person) })}
          face={faceOf(seat.person)}
        >
          <PersonHead person={seat.person} />
          <Records ids={seat.records} />
        </Seat>
      ))}
      {Array.from({ length: empty }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty seats are all alike.
        <Seat key={index} look={styles.vacant} label={t('competency.seat.empty')} face="+">
          <EmptySeat node={node} />
        </Seat>
      ))}
      {spare.map((person) => (
        <Seat
          key={person}
          look={styles.spare}
          label={t('competency.seat.spare', { name: nameOf(person) })}
          face={faceOf(person)}
        >
          <PersonHead person={person} />
          <span>{t('competency.seat.spareText')}</span>
        </Seat>
      ))}
      {node.spare.length > spare.length && (
        <span className={styles.quiet}>{t('competency.people.spare', { count: node.spare.length })}</span>
      )}
    </div>
  );
}
