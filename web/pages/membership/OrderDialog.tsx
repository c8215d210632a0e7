import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Memberships, OfferView, OrderView } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { usePartnerId } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Membership.module.css';

const TITLES: Readonly<Record<OfferView['act'], MessageId>> = {
  purchase: 'membership.order.title.purchase',
  upgrade: 'membership.order.title.upgrade',
  renewal: 'membership.order.title.renewal',
};

const CARDS = {
  accepted: 'membership.card.accepted',
  refused: 'membership.card.refused',
  silent: 'membership.card.silent',
} as const;

interface OrderDialogProps {
  readonly offer: OfferView;
  readonly payment: Memberships['payment'];
  readonly programme: string;
  readonly onClose: () => void;
  readonly onPlaced: (order: OrderView) => void;
}

/** Sent again after a failure it is the same request: nobody pays twice. Another way to pay is another request. */
function usePlace({ offer, programme, onPlaced, onClose }: OrderDialogProps) {
  const partner = usePartnerId();
  const [dialogId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (payment: { method: 'card' | 'transfer'; card?: string }) =>
      sendJson<OrderView>(
        'POST',
        `/partners/${partner}/orders`,
        { programme, offer: offer.offer, ...payment },
        null,
        [dialogId, payment.method, payment.card ?? ''].join('.'),
      ),
    onSuccess: (order) => {
      onPlaced(order);
      onClose();
    },
  });
}

/** What would happen and what it costs, before anything does. */
export function OrderDialog(props: OrderDialogProps) {
  const { offer, payment, onClose } = props;
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const money = useMoney();
  const place = usePlace(props);
  const cards = payment.cards ?? [];
  const [method, setMethod] = useState<'card' | 'transfer'>(cards.length > 0 ? 'card' : 'transfer');
  const [card, setCard] = useState(cards[0]?.card ?? '');
  const amount = offer.price === null ? '' : money(offer.price.money);
  const days = { from: dates.day(offer.begins), last: dates.day(addDays(offer.anniversary, -1)) };
  const changed = problemStatus(place.error) === 409;
  return (
    <FormDialog
      title={t(TITLES[offer.act], { offer: local(offer.name) })}
      submit={
        method === 'card' ? t('membership.order.place', { amount }) : t('membership.order.placeTransfer')
      }
      back={t('membership.order.back')}
      failure={place.isError ? t(changed ? 'membership.order.changed' : 'membership.order.failed') : null}
      pending={place.isPending}
      onSubmit={() => place.mutate(method === 'card' ? { method, card } : { method })}
      onClose={onClose}
    >
      <p>
        {method === 'transfer' && offer.act !== 'renewal'
          ? t('membership.order.effect.transfer')
          : t('membership.order.effect', days)}
      </p>
      {offer.act === 'upgrade' && <p>{t('membership.order.effect.upgrade')}</p>}
      <p>
        {t('membership.order.amount')} <strong>{amount}</strong>
      </p>
      <Field label={t('membership.order.method')}>
        <RadioGroup
          value={method}
          onChange={(_, data) => setMethod(data.value === 'card' ? 'card' : 'transfer')}
        >
          {cards.length > 0 && <Radio value="card" label={t('membership.order.card')} />}
          <Radio value="transfer" label={t('membership.order.transfer')} />
        </RadioGroup>
      </Field>
      {method === 'card' ? (
        <Field label={t('membership.card.label')}>
          <Select value={card} onChange={(_, data) => setCard(data.value)}>
            {cards.map((one) => (
              <option key={one.card} value={one.card}>
                {t(CARDS[one.plays])}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <p>{t('membership.order.transfer.note', { days: payment.transferDays })}</p>
      )}
      <p className={styles.quiet}>{t('membership.order.cancel.note', { days: payment.cancellationDays })}</p>
    </FormDialog>
  );
}
