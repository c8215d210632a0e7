import type { HoldingView, Memberships, OfferView } from '../../../src/contract/memberships.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './Membership.module.css';
import { NearestWays } from './NearestWays.tsx';

/** The day on which the last competency that meets the level is lost by what is known, before the window closes. */
function knownLoss(
  { level, metBy }: OfferView,
  { closes }: HoldingView['window'],
  levels: Memberships['levels'],
) {
  const losses = metBy.map(
    ({ competency }) =>
      levels.find((one) => one.competency === competency && one.level === level)?.lostOn ?? null,
  );
  const known = losses.filter((lostOn) => lostOn !== null && lostOn <= closes) as string[];
  return known.length === losses.length ? known.sort().at(-1)! : null;
}

interface CheckProps {
  readonly own: OfferView;
  readonly window: HoldingView['window'];
  readonly memberships: Memberships;
}

/** Whether the level of what is held is still met, and else what could be renewed instead. */
function Check({ own, window, memberships: { offers, levels } }: CheckProps) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const level = useLevelName();
  const allOf = useAllOf();
  if (own.level === null) return null;
  if (own.metBy.length > 0) {
    const competencies = allOf(own.metBy.map(({ name }) => local(name)));
    const lostOn = knownLoss(own, window, levels);
    return (
      <>
        <p>{t('membership.renewal.met', { level: level(own.level), competencies })}</p>
        {lostOn !== null && (
          <p className={styles.loss}>{t('membership.renewal.threat', { day: dates.day(lostOn) })}</p>
        )}
      </>
    );
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

function Renewal({ holding, memberships }: { holding: HoldingView; memberships: Memberships }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { me } = useSession();
  const { window, anniversary, renewed } = holding;
  const own = memberships.offers.find(({ offer }) => offer === holding.offer);
  const days = {
    opens: dates.day(window.opens),
    closes: dates.day(window.closes),
    relative: dates.relative(window.open ? window.closes : window.opens, me.today),
  };
  return (
    <li>
      <p className={styles.strong}>{local(holding.name)}</p>
      {renewed ? (
        <p>{t('membership.renewal.done', { day: dates.day(anniversary) })}</p>
      ) : (
        <>
          <p>{t(window.open ? 'membership.renewal.open' : 'membership.renewal.opens', days)}</p>
          {own !== undefined && <Check own={own} window={window} memberships={memberships} />}
          <p className={styles.quiet}>{t('membership.renewal.lost', { closes: days.closes })}</p>
        </>
      )}
    </li>
  );
}

/** When what is held can be renewed, and whether the requirements would let it. */
export function RenewalCard({ memberships }: { memberships: Memberships }) {
  const t = useText();
  const held = memberships.value.filter(({ state }) => state === 'active' || state === 'in-grace');
  return (
    <section className={card.card} id="renewal">
      <h2>{t('membership.renewal')}</h2>
      {held.length === 0 && <p>{t('membership.renewal.none')}</p>}
      <ul className={styles.list}>
        {held.map((holding) => (
          <Renewal key={holding.offer} holding={holding} memberships={memberships} />
        ))}
      </ul>
      {held.length > 0 && <p className={styles.quiet}>{t('membership.renewal.check')}</p>}
      {held.some(({ window }) => window.era === 'pmc') && (
        <p className={styles.quiet}>{t('membership.renewal.pmc')}</p>
      )}
    </section>
  );
}
