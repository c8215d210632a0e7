import { useCallback } from 'react';
import { AUDIT_ACTION_LABELS } from '../../src/contract/messages/audit-actions.ts';
import { LEVEL_CAUSE_LABELS } from '../../src/contract/messages/change-texts.ts';
import {
  labelOf,
  PROVIDER_LABELS,
  ROLE_LABELS,
  SKILL_TYPE_LABELS,
  USER_STATUS_LABELS,
} from '../../src/contract/messages/labels.ts';
import { BASIS_LABELS } from '../../src/contract/messages/performance-texts.ts';
import { useLocale } from '../messages/locale.tsx';
import { useAllOf } from '../messages/use-all-of.ts';

type Label = (key: string) => string;

function useLabel(labels: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>): Label {
  const { locale } = useLocale();
  return useCallback((key) => labelOf(labels[locale], key), [labels, locale]);
}

export const useRoleLabel = (): Label => useLabel(ROLE_LABELS);
export const useProviderLabel = (): Label => useLabel(PROVIDER_LABELS);
export const useSkillTypeLabel = (): Label => useLabel(SKILL_TYPE_LABELS);
export const useUserStatusLabel = (): Label => useLabel(USER_STATUS_LABELS);
/** What made the difference between two days, as a list in words. */
export function useLevelCauses(): (causes: readonly string[]) => string {
  const label = useLabel(LEVEL_CAUSE_LABELS);
  const allOf = useAllOf();
  return useCallback((causes) => allOf(causes.map(label)), [label, allOf]);
}

/** What a line of the performance report rests on. */
export const useBasisLabel = (): Label => useLabel(BASIS_LABELS);

export const useAuditActionLabel = (): Label => useLabel(AUDIT_ACTION_LABELS);
