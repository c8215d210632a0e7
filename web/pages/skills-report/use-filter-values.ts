import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { useProviderLabel, useSkillTypeLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import { useReasonName } from '../../explanation/use-reason-text.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { EXPIRY_DAYS, type FilterName } from './report-filters.ts';

export interface FilterValue {
  readonly value: string;
  readonly label: string;
}

const STATUSES = ['active', 'disabled', 'left'];

/** The values that each filter offers; those that are set by a link from elsewhere offer none. */
export function useFilterValues(report: SkillsReport): Readonly<Record<FilterName, readonly FilterValue[]>> {
  const t = useText();
  const local = useLocalText();
  const provider = useProviderLabel();
  const type = useSkillTypeLabel();
  const status = useUserStatusLabel();
  const reason = useReasonName();
  const yesNo = [
    { value: 'yes', label: t('common.yes') },
    { value: 'no', label: t('common.no') },
  ];
  const { facets, summary } = report;
  return {
    competency: facets.competencies.map(({ id, name }) => ({ value: id, label: local(name) })),
    counts: yesNo,
    reason: summary.notCounting.map((one) => ({ value: one.reason, label: reason(one.reason) })),
    expiresWithin: EXPIRY_DAYS.map((days) => ({
      value: String(days),
      label: t('report.filter.days', { count: days }),
    })),
    stopsIn: [],
    provider: facets.providers.map(({ id }) => ({ value: id, label: provider(id) })),
    skillType: facets.skillTypes.map(({ id }) => ({ value: id, label: type(id) })),
    userStatus: STATUSES.map((value) => ({ value, label: status(value) })),
    pmc: yesNo,
    partnerCenter: yesNo,
    user: [],
    skill: [],
    all: [{ value: 'true', label: t('report.filter.all.yes') }],
  };
}
