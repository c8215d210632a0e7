import type { HoldingView, Memberships, OfferView } from '../../../src/contract/memberships.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Membership.module.css';
import { NearestWays } from './NearestWays.tsx';

/** Whether the level of what is held is still met, and else what could be renewed instead. */
function Check({ own, offers }: { own: OfferView; offers: readonly OfferView[] }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  const allOf = useAllOf();
  if (own.level === null) return null;
  if (own.metBy.length > 0) {
    const competencies = allOf(own.metBy.map(({ name }) => local(name)));
    return <p>{t('membership.renewal.met', { level: level(own.level), competencies })}</p>;
  }
  const lower = offers.find(
    ({ act, reason, offer }) => act === 'renewal' && reason === null && offer !== own.offer,
  );
  return (
    <>
      <p className={styles.loss}>
        {t(
          own.reason === 'level-undetermined'
            ? 'membership.reason.level-undetermined'
            : 'membership.renewal.short',
          { level: level(own.level) },
        )}
      </p>
      <NearestWays ways={own.nearest} />
      <p>
        {lower === undefined
          ? t('membership.renewal.nothing')
          : t('membership.renewal.lower', { offer: local(lower.name) })}
      </p>
    </>
  );
}

function Renewal({ holding, offers }: { holding: HoldingView; offers: readonly OfferView[] }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { me } = useSession();
  const { window, anniversary, renewed } = holding;
  const own = offers.find(({ offer }) => offer === holding.offer);
  const days = {
    opens: dates.day(window.opens),
    closes: `${dates.day(window.closes)} (${dates.relative(window.closes, me.today)})`,
  };
  return (
    <li>
      <p className={styles.strong}>{local(holding.name)}</p>
      {renewed ? (
        <p>{t('membership.renewal.done', { day: dates.day(anniversary) })}</p>
      ) : (
        <>
          <p>{t(window.open ? 'membership.renewal.open' : 'membership.renewal.opens', days)}</p>
          <p className={styles.quiet}>{t('membership.renewal.lost')}</p>
          {own !== undefined && <Check own={own} offers={offers} />}
        </>
      )}
    </li>
  );
}

/** When what is held can be renewed, and whether the requirements would let it. */
export function RenewalCard({ memberships: { value, offers } }: { memberships: Memberships }) {
  const t = useText();
  const { partner } = useSession();
  const held = value.filter(({ state }) => state === 'active' || state === 'in-grace');
  return (
    <section className={styles.card} id="renewal">
      <h2>{t('membership.renewal')}</h2>
      {held.length === 0 && <p>{t('membership.renewal.none')}</p>}
      <ul className={styles.list}>
        {held.map((holding) => (
          <Renewal key={holding.offer} holding={holding} offers={offers} />
        ))}
      </ul>
      {held.length > 0 && <p className={styles.quiet}>{t('membership.renewal.check')}</p>}
      {held.length > 0 && partner?.origin !== 'native' && (
        <p className={styles.quiet}>{t('membership.renewal.pmc')}</p>
      )}
    </section>
  );
}
