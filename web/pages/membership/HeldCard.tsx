import type { HoldingView } from '../../../src/contract/memberships.ts';
import type { MessageId } from '../../messages/messages.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { Medal } from '../../ui/Medal.tsx';
import styles from './Membership.module.css';

const STATES: Readonly<Record<HoldingView['state'], MessageId>> = {
  upcoming: 'membership.state.upcoming',
  active: 'membership.state.active',
  'in-grace': 'membership.state.in-grace',
  lapsed: 'membership.state.lapsed',
  replaced: 'membership.state.replaced',
  renewed: 'membership.state.renewed',
};

function HoldingLine({ holding }: { holding: HoldingView }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { activeFrom, anniversary, state, replacedOn } = holding;
  const end = state === 'replaced' && replacedOn !== null ? replacedOn : anniversary;
  return (
    <li className={styles.holding}>
      <Medal level={holding.level ?? holding.offer} size={40} />
      <div>
        <p className={styles.strong}>
          {local(holding.name)} · {t(STATES[state])}
        </p>
        {activeFrom < end && (
          <p className={styles.quiet}>
            {t('membership.from', { from: dates.day(activeFrom), last: dates.day(addDays(end, -1)) })}
          </p>
        )}
        {state === 'active' && (
          <p className={styles.quiet}>{t('membership.anniversary', { day: dates.day(anniversary) })}</p>
        )}
      </div>
    </li>
  );
}

const PAST: readonly HoldingView['state'][] = ['lapsed', 'replaced', 'renewed'];

/** What the company holds and until when; what is over stands below, folded. */
export function HeldCard({ holdings }: { holdings: readonly HoldingView[] }) {
  const t = useText();
  const present = holdings.filter(({ state }) => !PAST.includes(state));
  const past = holdings.filter(({ state }) => PAST.includes(state));
  return (
    <section className={card.card}>
      <h2>{t('membership.held')}</h2>
      {present.length === 0 && (
        <p>
          {t('membership.held.nothing')} {t('membership.held.first')}
        </p>
      )}
      <ul className={styles.list}>
        {present.map((holding) => (
          <HoldingLine key={`${holding.offer} ${holding.activeFrom}`} holding={holding} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t('membership.earlier')}</summary>
          <ul className={styles.list}>
            {past.map((holding) => (
              <HoldingLine key={`${holding.offer} ${holding.activeFrom}`} holding={holding} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
