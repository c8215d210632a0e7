import { Switch } from '@fluentui/react-components';
import { ReceiptRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { LevelStateView, MembershipPolicyView } from '../../../src/contract/memberships.ts';
import { problemCode } from '../../api/problem-error.ts';
import { membershipPolicyQuery, membershipsQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { useProgrammeId } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useAnyOf } from '../../messages/use-any-of.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './Membership.module.css';

/** What the reader's company holds, where the reader may see it. */
function useOwn(): { readonly offers: ReadonlySet<string>; readonly levels: readonly LevelStateView[] } {
  const { partner, question, can } = useSession();
  const own = useQuery({
    ...membershipsQuery(partner?.id ?? '', question),
    enabled: partner !== null && can('memberships'),
  });
  const held = (own.data?.value ?? []).filter(({ state }) => state === 'active' || state === 'in-grace');
  return { offers: new Set(held.map(({ offer }) => offer)), levels: own.data?.levels ?? [] };
}

function Comparison({ policy }: { policy: MembershipPolicyView }) {
  const t = useText();
  const local = useLocalText();
  const money = useMoney();
  const anyOf = useAnyOf();
  const [url, patch] = useUrlState();
  const { offers: held, levels } = useOwn();
  const earned = new Set(
    levels.filter(({ state }) => state !== 'started').map(({ competency }) => competency),
  );
  const only = url.only === 'mine' && earned.size > 0;
  const shown = policy.benefits.filter(
    ({ competencies }) =>
      !only || competencies === null || competencies.some((one) => earned.has(one.competency)),
  );
  return (
    <div className={styles.layout}>
      {earned.size > 0 && (
        <Switch
          className={styles.switch!}
          checked={only}
          label={t('benefits.only')}
          onChange={(_, data) => patch({ only: data.checked ? 'mine' : undefined })}
        />
      )}
      <div className={table.card}>
        <table className={`${table.table} ${table.cards}`} aria-label={t('benefits.title')}>
          <thead>
            <tr>
              <th>{t('benefits.benefit')}</th>
              {policy.offers.map((offer) => (
                <th key={offer.offer} className={held.has(offer.offer) ? styles.given : undefined}>
                  <span className={styles.holding}>
                    <Medal level={offer.level ?? offer.offer} size={20} />
                    <span>
                      {local(offer.name)}
                      <br />
                      {held.has(offer.offer)
                        ? t('benefits.yours')
                        : offer.price !== null && money(offer.price)}
                    </span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ benefit, name, competencies, amounts }) => (
              <tr key={benefit}>
                <td data-label="">
                  <span>
                    <strong>{local(name)}</strong>
                    <br />
                    <span className={table.quiet}>
                      {competencies === null
                        ? t('benefits.everywhere')
                        : t('benefits.for', { names: anyOf(competencies.map((one) => local(one.name))) })}
                    </span>
                  </span>
                </td>
                {policy.offers.map((offer) => {
                  const amount = amounts[offer.offer];
                  return (
                    <td
                      key={offer.offer}
                      data-label={local(offer.name)}
                      className={held.has(offer.offer) ? styles.given : undefined}
                    >
                      {amount === undefined ? t('benefits.none') : local(amount)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={table.quiet}>{t('benefits.source', { source: policy.source.text })}</p>
    </div>
  );
}

/** Levels beside one another, with what each gives for which competency. */
export function BenefitsPage() {
  const t = useText();
  const programme = useProgrammeId();
  const query = useQuery({ ...membershipPolicyQuery(programme ?? ''), enabled: programme !== undefined });
  return (
    <PageFrame
      page="benefits"
      title={t('benefits.title')}
      lead={t('benefits.lead')}
      crumbs={[{ to: PATHS.membership, label: t('nav.membership') }]}
      ability="requirements"
      choice={<ProgrammeChoice />}
    >
      {problemCode(query.error) === 'nothing-sold' ? (
        <EmptyState icon={<ReceiptRegular />} title={t('membership.nothingSold')} />
      ) : (
        <QueryView query={query} skeleton={<Bones count={10} height={44} />}>
          {(policy) => <Comparison policy={policy} />}
        </QueryView>
      )}
    </PageFrame>
  );
}
