import { StethoscopeRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { companyDiagnosisQuery, diagnosisQuery } from '../../api/diagnosis.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { CompanyDiagnosisView } from './CompanyDiagnosisView.tsx';
import { PersonDiagnosisView } from './PersonDiagnosisView.tsx';

function Person({ userId }: { userId: string }) {
  const t = useText();
  const { me } = useSession();
  const [{ skill, achievedOn }] = useUrlState();
  const query = useQuery(diagnosisQuery(usePartnerId(), userId, { skill, achievedOn }));
  const own = userId === me.userId;
  const name = query.data?.displayName;
  const title = own
    ? t('diagnosis.titleOwn')
    : name === undefined
      ? t('diagnosis.title')
      : t('diagnosis.titleOf', { name });
  return (
    <PageFrame
      page="diagnosis"
      title={title}
      lead={t('diagnosis.lead')}
      {...(own ? {} : { ability: 'users' as const })}
    >
      {problemStatus(query.error) === 404 ? (
        <EmptyState icon={<StethoscopeRegular />} title={t('diagnosis.unknown')}>
          <p>{t('diagnosis.unknownText')}</p>
        </EmptyState>
      ) : (
        <QueryView query={query} skeleton={<Bones count={8} height={56} />}>
          {(diagnosis) => <PersonDiagnosisView key={userId} diagnosis={diagnosis} />}
        </QueryView>
      )}
    </PageFrame>
  );
}

function Company() {
  const t = useText();
  const query = useQuery(companyDiagnosisQuery(usePartnerId()));
  return (
    <PageFrame
      page="diagnosis"
      title={t('diagnosis.company.title')}
      lead={t('diagnosis.lead')}
      ability="skills-report"
    >
      <QueryView query={query} skeleton={<Bones count={6} height={72} />}>
        {(diagnosis) => <CompanyDiagnosisView diagnosis={diagnosis} />}
      </QueryView>
    </PageFrame>
  );
}

/** Why skills are not seen or do not count: of the person whom the address names, else of the company or the reader. */
export function DiagnosisPage() {
  const { me, can } = useSession();
  const [{ user }] = useUrlState();
  if (user !== undefined) return <Person userId={user} />;
  return can('skills-report') ? <Company /> : <Person userId={me.userId} />;
}
