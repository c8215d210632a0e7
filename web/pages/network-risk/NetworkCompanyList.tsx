import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { NetworkCompany, NetworkList } from '../../../src/contract/network-risk.ts';
import { networkCompaniesQuery } from '../../api/network-risk.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { NetworkCompanyRow } from './NetworkCompanyRow.tsx';

const NOTHING: Readonly<Record<NetworkList, MessageId>> = {
  'at-risk': 'networkRisk.nothing.atRisk',
  lost: 'networkRisk.nothing.lost',
  gained: 'networkRisk.nothing.gained',
  failed: 'networkRisk.nothing.failed',
};

const LAST_COLUMN: Readonly<Record<NetworkList, MessageId>> = {
  'at-risk': 'networkRisk.column.seen',
  lost: 'networkRisk.column.change',
  gained: 'networkRisk.column.change',
  failed: 'networkRisk.column.reason',
};

function Companies({ companies, show }: { companies: readonly NetworkCompany[]; show: NetworkList }) {
  const t = useText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('networkRisk.companies')}>
        <thead>
          <tr>
            <th>{t('networkRisk.column.company')}</th>
            {show !== 'failed' && (
              <>
                <th>{t('programme.label')}</th>
                <th>{t('networkRisk.column.levels')}</th>
              </>
            )}
            <th>{t(LAST_COLUMN[show])}</th>
            <th>
              <span className="visually-hidden">{t('networkRisk.again')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <NetworkCompanyRow
              key={`${company.partnerId} ${company.programme?.id}`}
              company={company}
              show={show}
              lastColumn={t(LAST_COLUMN[show])}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The companies of one list, a hundred at a time. */
export function NetworkCompanyList({ show }: { show: NetworkList }) {
  const t = useText();
  const query = useInfiniteQuery(networkCompaniesQuery(show));
  return (
    <QueryView query={query} skeleton={<Bones count={8} height={44} />}>
      {({ pages }) =>
        pages[0]!.count === 0 ? (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t(NOTHING[show])} />
        ) : (
          <>
            <Companies companies={pages.flatMap(({ value }) => value)} show={show} />
            <MorePages label={t('networkRisk.more')} query={query} />
          </>
        )
      }
    </QueryView>
  );
}
