import { Button, Dialog, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { Memberships, OfferView, OrderView } from '../../../src/contract/memberships.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { Medal } from '../../ui/Medal.tsx';
import styles from './Membership.module.css';
import { NearestWays } from './NearestWays.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import { useOfferReason } from './use-offer-reason.ts';

const ACTS: Readonly<Record<OfferView['act'], MessageId>> = {
  purchase: 'membership.act.purchase',
  upgrade: 'membership.act.upgrade',
  renewal: 'membership.act.renewal',
};

const REDUCTIONS = {
  upgrade: 'membership.offer.because.upgrade',
  holder: 'membership.offer.because.holder',
} as const;

/** What it costs today, with what is taken off and why: shown before any act. */
function Price({ offer }: { offer: OfferView }) {
  const t = useText();
  const money = useMoney();
  if (offer.price === null) return null;
  const { money: pays, listed, percentOff, because } = offer.price;
  return (
    <>
      <div>
        <p className={styles.price}>{money(pays)}</p>
        <p className={styles.quiet}>{t('membership.offer.year')}</p>
      </div>
      {because !== null && (
        <p>
          {t('membership.offer.instead', { percent: percentOff, listed: money(listed) })}{' '}
          {t(REDUCTIONS[because])}
        </p>
      )}
    </>
  );
}

interface OfferCardProps {
  readonly offer: OfferView;
  readonly payment: Memberships['payment'];
  readonly programme: string;
  readonly onPlaced: (order: OrderView) => void;
}

/** One offer: for whom it is, what it costs, and the one thing that can be done with it today. */
export function OfferCard({ offer, payment, programme, onPlaced }: OfferCardProps) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const allOf = useAllOf();
  const [open, setOpen] = useState(false);
  const restoreFocus = useRestoreFocusTarget();
  const offerReason = useOfferReason()(offer);
  const { question, me } = useSession();
  const isToday = (question.asOf ?? me.today) === me.today && question.knownAt === undefined;
  const reason =
    useRoleReason('buy-memberships') ?? offerReason ?? (isToday ? null : t('membership.reason.notToday'));
  const { metBy, level, begins, anniversary, nearest } = offer;
  const names = allOf(metBy.map(({ name }) => local(name)));
  return (
    <article className={`${card.card} ${styles.offer}`}>
      <h3>
        <Medal level={level ?? offer.offer} size={28} hollow={level !== null && metBy.length === 0} />
        {local(offer.name)}
      </h3>
      <Price offer={offer} />
      {level === null && <p>{t('membership.offer.noLevel')}</p>}
      {metBy.length > 0 && <p>{t('membership.offer.metBy', { names })}</p>}
      {offerReason === null ? (
        <p className={styles.quiet}>
          {t('membership.offer.period', {
            from: dates.day(begins),
            last: dates.day(addDays(anniversary, -1)),
          })}
        </p>
      ) : (
        <p>{offerReason}</p>
      )}
      <NearestWays ways={nearest} />
      <div className={`${styles.act} no-print`}>
        {reason === null ? (
          <Button {...restoreFocus} appearance="primary" onClick={() => setOpen(true)}>
            {t(ACTS[offer.act])}
          </Button>
        ) : (
          <ExplainedButton reason={reason} primary onClick={() => undefined}>
            {t(ACTS[offer.act])}
          </ExplainedButton>
        )}
      </div>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <OrderDialog
          offer={offer}
          payment={payment}
          programme={programme}
          onClose={() => setOpen(false)}
          onPlaced={onPlaced}
        />
      </Dialog>
    </article>
  );
}
