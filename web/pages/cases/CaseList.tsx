import { ChatMultipleRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '../../../src/contract/cases.ts';
import { casesQuery } from '../../api/cases.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Cases.module.css';
import { KINDS, skillWords, stateWords } from './case-words.ts';

function CaseRow({ one, queue }: { one: CaseSummary; queue: boolean }) {
  const t = useText();
  const dates = useDates();
  const { caseId, number, partnerId, partnerName, kind, person, dueOn, overdue } = one;
  const skill = skillWords(one);
  return (
    <tr>
      <td data-label="" className={styles.number}>
        <Link
          to={PATHS.case}
          params={{ caseId }}
          search={queue ? { partner: partnerId } : {}}
          className={table.link}
        >
          {t('cases.one', { number })}
        </Link>
      </td>
      {queue && <td data-label={t('cases.company')}>{partnerName}</td>}
      <td data-label={t('cases.about')}>{t(KINDS[kind])}</td>
      <td data-label={t('cases.person')}>
        {person.name === '' ? t('cases.person.erased') : person.name}
        {skill !== null && <div className={styles.quiet}>{skill}</div>}
      </td>
      <td data-label={t('cases.state')}>{t(stateWords(one))}</td>
      <td data-label={t('cases.due')}>
        {dueOn !== null && (
          <span className={overdue ? styles.late : undefined}>
            {t(overdue ? 'cases.due.late' : 'cases.due.by', { day: dates.day(dueOn) })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Cases of a company, or the queue of all of them: whoever has to answer first on top. */
export function CaseList({ partnerId, show }: { partnerId: string | null; show: 'open' | 'closed' }) {
  const t = useText();
  const query = useInfiniteQuery(casesQuery(partnerId, show));
  const queue = partnerId === null;
  return (
    <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
      {({ pages }) =>
        pages[0]!.value.length === 0 ? (
          <EmptyState
            icon={<ChatMultipleRegular />}
            title={t(show === 'open' ? 'cases.nothing.open' : 'cases.nothing.closed')}
          >
            <p>{t('cases.nothing.how')}</p>
          </EmptyState>
        ) : (
          <>
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('cases.title')}>
                <thead>
                  <tr>
                    <th>{t('cases.number')}</th>
                    {queue && <th>{t('cases.company')}</th>}
                    <th>{t('cases.about')}</th>
                    <th>{t('cases.person')}</th>
                    <th>{t('cases.state')}</th>
                    <th>{t('cases.due')}</th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ value }) => value)
                    .map((one) => (
                      <CaseRow key={one.caseId} one={one} queue={queue} />
                    ))}
                </tbody>
              </table>
            </div>
            <MorePages label={t('cases.more')} query={query} />
          </>
        )
      }
    </QueryView>
  );
}
