import { BuildingRegular } from '@fluentui/react-icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import type { MarkedCompanies, NetworkCounted } from '../../../src/contract/network-view.ts';
import { markedCompaniesQuery, networkViewQuery } from '../../api/network-view.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { type LifecycleState, STATE_LABELS } from '../../components/lifecycle/lifecycle-labels.ts';
import { MorePages } from '../../components/MorePages.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { type UrlState, useUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './NetworkView.module.css';
import { usePartNames } from './use-part-names.ts';

type Company = MarkedCompanies['value'][number];

/** What the list is about, in words; names come with the numbers. */
function useHeading(
  { list, competency, level, state, skill }: UrlState,
  counted: NetworkCounted | null,
): string {
  const t = useText();
  const local = useLocalText();
  const skills = [...(counted?.missing ?? []), ...(counted?.retirements ?? [])];
  const named = [
    ...(counted?.competencies ?? []),
    ...skills.flatMap(({ byLevel }) =>
      byLevel.map((each) => ({ competency: each.competency, levels: [{ level: each.level }] })),
    ),
  ];
  const own = named.filter((each) => each.competency.id === competency);
  const ownLevel = own.flatMap(({ levels }) => levels).find((each) => each.level.id === level)?.level;
  const competencyName = own[0] === undefined ? (competency ?? '') : local(own[0].competency.name);
  const levelName = ownLevel === undefined ? (level ?? '') : local(ownLevel.name);
  if (list === 'level') {
    const label = STATE_LABELS[state as LifecycleState];
    return t('networkView.companies.level', {
      competency: competencyName,
      level: levelName,
      state: label === undefined ? '' : t(label),
    });
  }
  const title = skills.find((each) => each.skill === skill)?.title ?? skill ?? '';
  const heading = t(
    list === 'retiring' ? 'networkView.companies.retiring' : 'networkView.companies.missing',
    {
      skill: title,
    },
  );
  if (competency === undefined) return heading;
  return t('networkView.companies.ofLevel', { heading, level: `${competencyName} ${levelName}` });
}

/** When the level ends, and how long a membership holds it, as far as that is known. */
function useWhen(): (level: Company['levels'][number]) => string {
  const t = useText();
  const dates = useDates();
  return ({ state, lostOn, anniversary }) =>
    [
      lostOn !== null && t('networkView.level.lost', { day: dates.day(lostOn) }),
      lostOn === null && state === 'at-risk' && t('networkView.level.unmet'),
      anniversary !== null && t('networkView.level.anniversary', { day: dates.day(anniversary) }),
    ]
      .filter((part) => part !== false)
      .join(' · ');
}

function Levels({ levels }: Pick<Company, 'levels'>) {
  const local = useLocalText();
  const when = useWhen();
  return (
    <ul className={styles.list}>
      {levels.map((each) => (
        <li key={`${each.competency}/${each.level}`} className={styles.line}>
          <Medal level={each.level} size={20} />
          <span>
            {local(each.name)} {local(each.levelName)} <span className={table.quiet}>{when(each)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Row({ company, programme }: { company: Company; programme: string | undefined }) {
  const t = useText();
  const dates = useDates();
  const names = usePartNames();
  const { partnerId, partnerName, market, country, levels, current, seenAt } = company;
  return (
    <tr>
      <td data-label="" className={styles.skill}>
        <Link to={PATHS.risk} search={{ partner: partnerId, programme }} className={table.link}>
          {partnerName}
        </Link>
      </td>
      <td data-label={t('networkView.companies.where')}>
        {names.market(market)} · {names.country(country ?? 'none')}
      </td>
      <td data-label={t('networkRisk.column.levels')}>
        <Levels levels={levels} />
      </td>
      <td data-label={t('networkRisk.column.seen')}>
        <span>
          {dates.instant(seenAt)}
          {!current && <span className={table.quiet}> {t('networkRisk.waiting')}</span>}
        </span>
      </td>
    </tr>
  );
}

function MarkedCompaniesList({ asked }: { asked: UrlState }) {
  const t = useText();
  const known = useQuery(networkViewQuery(asked));
  const query = useInfiniteQuery(markedCompaniesQuery(asked));
  const title = useHeading(asked, known.data?.counted ?? null);
  return (
    <PageFrame
      page="network-view"
      title={known.isPending ? t('networkView.companies.title') : title}
      crumbs={[{ to: PATHS.networkView, label: t('networkView.title') }]}
    >
      <div className={styles.layout}>
        <QueryView query={query} skeleton={<Bones count={8} height={44} />}>
          {({ pages }) =>
            pages[0]!.count === 0 ? (
              <EmptyState icon={<BuildingRegular />} title={t('networkView.companies.none')}>
                <p>{t('networkView.companies.none.next')}</p>
              </EmptyState>
            ) : (
              <>
                <p role="status" className={styles.quiet}>
                  {t('networkView.companies.count', { count: pages[0]!.count })}
                </p>
                <div className={table.card}>
                  <table className={`${table.table} ${table.cards}`} aria-label={title}>
                    <thead>
                      <tr>
                        <th>{t('networkRisk.column.company')}</th>
                        <th>{t('networkView.companies.where')}</th>
                        <th>{t('networkRisk.column.levels')}</th>
                        <th>{t('networkRisk.column.seen')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {pages
                        .flatMap(({ value }) => value)
                        .map((company) => (
                          <Row key={company.partnerId} company={company} programme={asked.programme} />
                        ))}
                    </tbody>
                  </table>
                </div>
                <MorePages label={t('networkRisk.more')} query={query} />
              </>
            )
          }
        </QueryView>
      </div>
    </PageFrame>
  );
}

/** The companies behind one number of the network, a hundred at a time; without a number the numbers. */
export function NetworkCompaniesPage() {
  const [asked] = useUrlState();
  return asked.list === undefined ? (
    <Navigate to={PATHS.networkView} replace />
  ) : (
    <MarkedCompaniesList asked={asked} />
  );
}
