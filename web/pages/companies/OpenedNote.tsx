import { useText } from '../../messages/use-text.ts';
import styles from './Companies.module.css';

export interface Opened {
  readonly company: string;
  readonly firstSignIn: {
    readonly email: string;
    readonly mailed: boolean;
    readonly temporaryPassword: string | null;
  };
}

/** How the first global admin of the company that was just opened signs in. */
export function OpenedNote({ opened }: { opened: Opened | null }) {
  const t = useText();
  if (opened === null) return <div role="status" />;
  const { company, firstSignIn } = opened;
  const { email, mailed, temporaryPassword } = firstSignIn;
  return (
    <div role="status" className={styles.done}>
      <p>{t(mailed ? 'companies.open.done' : 'companies.open.password', { company, email })}</p>
      {temporaryPassword !== null && <code className={styles.secret}>{temporaryPassword}</code>}
    </div>
  );
}
