import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '../../../src/contract/session.ts';
import { sendJson } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { ErrorView } from '../../components/ErrorView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';
import { type NewPassword, NewPasswordForm } from './NewPasswordForm.tsx';
import { safeReturn, useEntering } from './use-entering.ts';

/** Required after a temporary password, and there for everybody who wants another one. */
export function ChoosePasswordPage() {
  const t = useText();
  const [{ returnTo }] = useUrlState();
  const me = useQuery(meQuery);
  const enter = useEntering(safeReturn(returnTo));
  const choose = useMutation({
    mutationFn: ({ current, password }: NewPassword) =>
      sendJson<Me>('POST', '/me/password', current === null ? { password } : { current, password }),
    onSuccess: enter,
  });
  const required = me.data?.passwordChangeRequired === true;
  return (
    <Entrance title={t(required ? 'password.choose.title' : 'password.change')}>
      {me.isPending && <Bones count={3} height={52} />}
      {me.isError && <ErrorView error={me.error} onRetry={() => void me.refetch()} />}
      {required && <p className={styles.text}>{t('password.choose.text')}</p>}
      {me.data !== undefined && (
        <NewPasswordForm
          email={me.data.email}
          asksCurrent={!required}
          pending={choose.isPending}
          error={choose.error}
          onSubmit={choose.mutate}
        />
      )}
      {!required && (
        <p className={styles.below}>
          <Link to={PATHS.security} className={table.link}>
            {t('security.password.keep')}
          </Link>
        </p>
      )}
    </Entrance>
  );
}
