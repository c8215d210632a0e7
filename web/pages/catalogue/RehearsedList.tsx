import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type {
  RehearsalList,
  RehearsalView,
  RehearsedCompanies,
} from '../../../src/contract/catalogue-versions.ts';
import { rehearsedQuery } from '../../api/catalogue-versions.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './Catalogue.module.css';

type Company = RehearsedCompanies['value'][number];

const NOTHING: Readonly<Record<RehearsalList, MessageId>> = {
  lost: 'catalogue.nobody.lost',
  gained: 'catalogue.nobody.gained',
  failed: 'catalogue.nobody.failed',
};

function Changes({ company, show }: { company: Company; show: RehearsalList }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  if (show === 'failed') return <span>{company.failure}</span>;
  const shown = company.changes.filter(({ kind }) => kind === show);
  return (
    <ul className={styles.levels}>
      {shown.map(({ kind, competency, level, on, until, keptUntil }) => (
        <li key={`${competency.id} ${level.id} ${on}`}>
          <Medal level={level.id} size={20} />
          <span>
            {local(competency.name)} {local(level.name)}{' '}
            <span className={styles.quiet}>
              {t(kind === 'lost' ? 'catalogue.change.lost' : 'catalogue.change.gained', {
                on: dates.day(on),
                until: until === null ? 'none' : dates.day(until),
                kept: keptUntil === null ? 'none' : dates.day(keptUntil),
              })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The companies of one list, a hundred at a time, those concerned first before the others. */
export function RehearsedList({ rehearsal, show }: { rehearsal: RehearsalView; show: RehearsalList }) {
  const t = useText();
  const query = useInfiniteQuery(rehearsedQuery(rehearsal, show));
  return (
    <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
      {({ pages }) =>
        pages[0]!.count === 0 ? (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t(NOTHING[show])} />
        ) : (
          <>
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('catalogue.rehearsed')}>
                <thead>
                  <tr>
                    <th>{t('networkRisk.column.company')}</th>
                    <th>
                      {t(show === 'failed' ? 'networkRisk.column.reason' : 'networkRisk.column.levels')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ value }) => value)
                    .map((company) => (
                      <tr key={company.partnerId}>
                        <td data-label="">
                          <Link
                            to={PATHS.risk}
                            search={{ partner: company.partnerId, programme: rehearsal.programme.id }}
                            className={table.link}
                          >
                            {company.partnerName}
                          </Link>
                        </td>
                        <td data-label="">
                          <Changes company={company} show={show} />
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
            <MorePages label={t('networkRisk.more')} query={query} />
          </>
        )
      }
    </QueryView>
  );
}
