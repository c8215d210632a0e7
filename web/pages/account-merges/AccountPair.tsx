import type { MergedAccount } from '../../../src/contract/account-merges.ts';
import { AccountCard } from './AccountCard.tsx';
import styles from './AccountMerges.module.css';

/** Which account is to be read as which. */
export function AccountPair({ account, into }: { account: MergedAccount; into: MergedAccount }) {
  return (
    <div className={styles.pair}>
      <AccountCard account={account} part="merged" />
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <AccountCard account={into} part="survivor" />
    </div>
  );
}
