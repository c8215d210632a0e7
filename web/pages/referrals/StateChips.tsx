import { REFERRAL_STATES, type ReferralState } from '../../../src/contract/forms.ts';
import type { ReferralList } from '../../../src/contract/referrals.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Referrals.module.css';
import { STATE_LABELS } from './referral-words.ts';

export function chosenState(text: string | undefined): ReferralState | undefined {
  return REFERRAL_STATES.find((state) => state === text);
}

/** How many there are of each; each one filters. Spam is only seen when it is asked for. */
export function StateChips({ counts }: { counts: ReferralList['counts'] }) {
  const t = useText();
  const [url, patch] = useUrlState();
  const chosen = chosenState(url.state);
  const all = REFERRAL_STATES.filter((state) => state !== 'spam').reduce(
    (sum, state) => sum + counts[state],
    0,
  );
  const chip = (state: ReferralState | undefined, label: string) => (
    <FilterChip key={state ?? 'all'} pressed={chosen === state} onClick={() => patch({ state })}>
      {label}
    </FilterChip>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is not a form group.
    <div className={styles.chips} role="group" aria-label={t('referrals.filter')}>
      {chip(undefined, t('referrals.all', { count: all }))}
      {REFERRAL_STATES.map((state) =>
        chip(state, t('referrals.chip', { state: t(STATE_LABELS[state]), count: counts[state] })),
      )}
    </div>
  );
}
