import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { PageId } from '../../help/page-topics.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { PlansTabs } from './PlansTabs.tsx';

interface MakersPageProps {
  readonly page: PageId;
  readonly tab: Parameters<typeof PlansTabs>[0]['shown'];
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page on which plans are made; whoever may only read them is told who may. */
export function MakersPage({ page, tab, title, lead, children }: MakersPageProps) {
  const t = useText();
  const reason = useRoleReason('make-plans');
  return (
    <PageFrame
      page={page}
      title={title}
      crumbs={[{ to: PATHS.plans, label: t('plans.title') }]}
      lead={lead}
      ability="make-plans"
      choice={<ProgrammeChoice />}
    >
      <PlansTabs shown={tab} />
      {reason === null ? children : <EmptyState icon={<LockClosedRegular />} title={reason} />}
    </PageFrame>
  );
}
