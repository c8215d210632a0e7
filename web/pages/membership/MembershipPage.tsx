import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ReceiptRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Memberships, OrderView } from '../../../src/contract/memberships.ts';
import { problemCode } from '../../api/problem-error.ts';
import { membershipsQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LifecycleCounts } from '../../components/lifecycle/LifecycleCounts.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { HeldCard } from './HeldCard.tsx';
import styles from './Membership.module.css';
import { OfferCard } from './OfferCard.tsx';
import { OrdersCard } from './OrdersCard.tsx';
import { RenewalCard } from './RenewalCard.tsx';

const PLACED: Readonly<Partial<Record<OrderView['state'], MessageId>>> = {
  active: 'membership.placed.active',
  'pending-payment': 'membership.placed.pending-payment',
  created: 'membership.placed.created',
  refused: 'membership.placed.refused',
};

/** What became of the order that was just placed; it comes into view wherever on the page the order was placed. */
function Placed({ order }: { order: OrderView }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the closing dialog has given the focus back, which moves the page too.
    const later = setTimeout(() => place.current?.scrollIntoView({ block: 'center' }), 100);
    return () => clearTimeout(later);
  }, []);
  const t = useText();
  const dates = useDates();
  const money = useMoney();
  const message = PLACED[order.state];
  if (message === undefined) return null;
  const { reference, payBy, amount } = order;
  const intents = { active: 'success', refused: 'error' } as const;
  return (
    <div role="status" ref={place}>
      <MessageBar
        intent={order.state === 'active' || order.state === 'refused' ? intents[order.state] : 'info'}
        layout="multiline"
      >
        <MessageBarBody>
          {t(message, { reference, day: dates.day(payBy), amount: money(amount) })}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

function Sections({ memberships }: { memberships: Memberships }) {
  const t = useText();
  const client = useQueryClient();
  const partner = usePartnerId();
  const [placed, setPlaced] = useState<OrderView | null>(null);
  // What is bought changes the levels of every page of the company.
  const changed = () => void client.invalidateQueries({ queryKey: ['partner', partner] });
  const states = memberships.levels.filter(({ state }) => state !== 'started');
  return (
    <div className={styles.layout}>
      {placed !== null && <Placed key={placed.orderId} order={placed} />}
      <div className={styles.two}>
        <div className={styles.column}>
          <HeldCard holdings={memberships.value} />
          {states.length > 0 && (
            <section className={card.card}>
              <h2>{t('membership.levels')}</h2>
              <LifecycleCounts levels={states} />
            </section>
          )}
        </div>
        <RenewalCard memberships={memberships} />
      </div>
      <section id="offers" className={styles.section}>
        <h2>{t('membership.offers')}</h2>
        <div className={styles.offers}>
          {memberships.offers.map((offer) => (
            <OfferCard
              key={offer.offer}
              offer={offer}
              payment={memberships.payment}
              programme={memberships.programme}
              onPlaced={(order) => {
                setPlaced(order);
                changed();
              }}
            />
          ))}
        </div>
      </section>
      <OrdersCard orders={memberships.orders} onChange={changed} />
    </div>
  );
}

/** What the company holds, may buy, when it renews, and what it has ordered. */
export function MembershipPage() {
  const t = useText();
  const { question } = useSession();
  const query = useQuery(membershipsQuery(usePartnerId(), question));
  return (
    <PageFrame
      page="membership"
      title={t('membership.title')}
      lead={t('membership.lead')}
      ability="memberships"
      choice={<ProgrammeChoice />}
      actions={
        <Link to={PATHS.benefits} className={table.link}>
          {t('membership.benefits')}
        </Link>
      }
    >
      {problemCode(query.error) === 'nothing-sold' ? (
        <EmptyState icon={<ReceiptRegular />} title={t('membership.nothingSold')} />
      ) : (
        <QueryView query={query} skeleton={<Bones count={4} height={160} />}>
          {(memberships) => <Sections memberships={memberships} />}
        </QueryView>
      )}
    </PageFrame>
  );
}
