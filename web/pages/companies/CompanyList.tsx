import { Button, Field, Select } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NetworkCompanyEntry } from '../../../src/contract/joining.ts';
import { sendJson } from '../../api/client.ts';
import { companiesQuery } from '../../api/joining.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Companies.module.css';
import { useCompanyAct } from './use-company-act.ts';

function Enrol({ company }: { company: NetworkCompanyEntry }) {
  const t = useText();
  const local = useLocalText();
  const rules = useProgrammeRules().data;
  const enrol = useCompanyAct((programme: string) =>
    sendJson<void>('POST', `/partners/${company.partnerId}/enrolments`, { programme }),
  );
  if (rules === undefined) return null;
  return (
    <>
      <AskFirst
        label={t('companies.enrol')}
        about={company.name}
        effect={t('companies.enrol.effect', { company: company.name, programme: local(rules.name) })}
        disabled={enrol.isPending}
        onAct={() => enrol.mutate(rules.programme)}
      />
      <span role="status">{enrol.failure}</span>
    </>
  );
}

function Row({ company }: { company: NetworkCompanyEntry }) {
  const t = useText();
  const local = useLocalText();
  const { can } = useSession();
  const { partnerId, name, mpnId, country, programmes, users, createdAt } = company;
  return (
    <tr>
      <td data-label="" className={styles.text}>
        <Link to={PATHS.overview} search={{ partner: partnerId }} className={table.link}>
          {name}
        </Link>
      </td>
      <td data-label={t('companies.mpn')}>{mpnId ?? '–'}</td>
      <td data-label={t('companies.country')}>{country ?? '–'}</td>
      <td data-label={t('companies.programmes')} className={styles.text}>
        {programmes.length === 0
          ? t('companies.notEnrolled')
          : programmes.map(({ name: programme }) => local(programme)).join(', ')}
      </td>
      <td data-label={t('companies.users')}>{users}</td>
      <td data-label={t('companies.since')}>
        <DateText on={createdAt.slice(0, 10)} short />
      </td>
      <td data-label="">{programmes.length === 0 && can('run-network') && <Enrol company={company} />}</td>
    </tr>
  );
}

function Table({ companies }: { companies: readonly NetworkCompanyEntry[] }) {
  const t = useText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('companies.title')}>
        <thead>
          <tr>
            <th>{t('companies.name')}</th>
            <th>{t('companies.mpn')}</th>
            <th>{t('companies.country')}</th>
            <th>{t('companies.programmes')}</th>
            <th>{t('companies.users')}</th>
            <th>{t('companies.since')}</th>
            <th>
              <span className="visually-hidden">{t('companies.enrol')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <Row key={company.partnerId} company={company} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The companies of the network: found by name, id or number, and by whether they take part. */
export function CompanyList() {
  const t = useText();
  const [{ search = '', enrolled }, patch] = useUrlState();
  const query = useInfiniteQuery(companiesQuery(search, enrolled));
  return (
    <>
      <div className={styles.tools}>
        <UrlSearchBox label={t('companies.search')} />
        <Field label={t('companies.filter')}>
          <Select
            value={enrolled ?? ''}
            onChange={(_, data) => patch({ enrolled: data.value === '' ? undefined : data.value })}
          >
            <option value="">{t('companies.filter.all')}</option>
            <option value="yes">{t('companies.filter.yes')}</option>
            <option value="no">{t('companies.filter.no')}</option>
          </Select>
        </Field>
      </div>
      <QueryView query={query} skeleton={<Bones count={8} height={44} />}>
        {({ pages }) =>
          pages[0]!.count === 0 ? (
            <EmptyState icon={<BuildingRegular />} title={t('companies.none')} />
          ) : (
            <>
              <p className={styles.quiet} role="status">
                {t('companies.count', { count: pages[0]!.count })}
              </p>
              <Table companies={pages.flatMap(({ value }) => value)} />
              {query.hasNextPage && (
                <Button onClick={() => void query.fetchNextPage()}>{t('companies.more')}</Button>
              )}
            </>
          )
        }
      </QueryView>
    </>
  );
}
