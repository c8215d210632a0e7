import { Button, Dialog } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TransferReturns as Returns, TransferReturnView } from '../../../src/contract/memberships.ts';
import { transferReturnsQuery } from '../../api/queries.ts';
import { DateText } from '../../components/DateText.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { GiveBackDialog } from './GiveBackDialog.tsx';
import styles from './Payments.module.css';

const CAUSES: Readonly<Record<TransferReturnView['cause'], MessageId>> = {
  cancelled: 'returns.cause.cancelled',
  expired: 'returns.cause.expired',
  refused: 'returns.cause.refused',
  'paid-twice': 'returns.cause.paid-twice',
};

function GiveBack({ owed, onDone }: { owed: TransferReturnView; onDone: (company: string) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        aria-label={`${t('returns.give')} ${owed.partnerName}`}
      >
        {t('returns.give')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <GiveBackDialog owed={owed} onClose={() => setOpen(false)} onDone={() => onDone(owed.partnerName)} />
      </Dialog>
    </>
  );
}

interface ListProps {
  readonly label: string;
  readonly returns: readonly TransferReturnView[];
  /** Given where the money is still owed. */
  readonly onDone?: (company: string) => void;
}

function List({ label, returns, onDone }: ListProps) {
  const t = useText();
  const local = useLocalText();
  const money = useMoney();
  const last = onDone === undefined ? t('returns.givenOn') : t('returns.give');
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={label}>
        <thead>
          <tr>
            <th>{t('payments.company')}</th>
            <th>{t('payments.amount')}</th>
            <th>{t('payments.reference')}</th>
            <th>{t('returns.cause')}</th>
            <th>{t('returns.since')}</th>
            <th>{onDone === undefined ? last : <span className="visually-hidden">{last}</span>}</th>
          </tr>
        </thead>
        <tbody>
          {returns.map((each) => (
            <tr key={each.returnId}>
              <td data-label="">
                <span>
                  <strong>{each.partnerName}</strong>
                  <br />
                  <span className={table.quiet}>{local(each.offer)}</span>
                </span>
              </td>
              <td data-label={t('payments.amount')}>{money(each.amount)}</td>
              <td data-label={t('payments.reference')}>
                <span className={styles.references}>
                  {each.orderReference}
                  {each.bankReference !== null && (
                    <>
                      <br />
                      <span className={table.quiet}>
                        {t('returns.bank', { reference: each.bankReference })}
                      </span>
                    </>
                  )}
                </span>
              </td>
              <td data-label={t('returns.cause')}>{t(CAUSES[each.cause])}</td>
              <td data-label={t('returns.since')}>
                <DateText on={each.since.slice(0, 10)} short relative={onDone !== undefined} />
              </td>
              <td data-label={onDone === undefined ? last : ''}>
                {onDone !== undefined && <GiveBack owed={each} onDone={onDone} />}
                {each.givenBackOn !== null && <DateText on={each.givenBackOn} short />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lists({
  returns: { value, givenBack },
  onDone,
}: { returns: Returns } & Required<Pick<ListProps, 'onDone'>>) {
  const t = useText();
  return (
    <>
      {value.length === 0 ? (
        <p className={table.quiet}>{t('returns.nothing')}</p>
      ) : (
        <List label={t('returns.title')} returns={value} onDone={onDone} />
      )}
      {givenBack.length > 0 && (
        <details className={styles.past}>
          <summary>{t('returns.past', { count: givenBack.length })}</summary>
          <List label={t('returns.given')} returns={givenBack} />
        </details>
      )}
    </>
  );
}

/** Money that goes back to who sent it, and what went back last. */
export function TransferReturns({ onDone }: Required<Pick<ListProps, 'onDone'>>) {
  const t = useText();
  const query = useQuery(transferReturnsQuery);
  return (
    <section className={styles.section} id="returns">
      <h2>{t('returns.title')}</h2>
      <p className={styles.lead}>{t('returns.lead')}</p>
      <QueryView query={query} skeleton={<Bones count={2} height={44} />}>
        {(returns) => <Lists returns={returns} onDone={onDone} />}
      </QueryView>
    </section>
  );
}
