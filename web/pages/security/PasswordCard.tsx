import { Button } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Security.module.css';
import { SecurityCard } from './SecurityCard.tsx';

/** The password is changed on a page of its own, which asks for the present one. */
export function PasswordCard({ hasPassword }: { hasPassword: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <SecurityCard title={t('security.password')} acts={[]}>
      <p className={styles.quiet}>{t(hasPassword ? 'security.password.on' : 'security.password.off')}</p>
      {hasPassword && (
        <div className={styles.buttons}>
          <Button
            onClick={() => void navigate({ to: PATHS.choosePassword, search: { returnTo: PATHS.security } })}
          >
            {t('password.change')}
          </Button>
        </div>
      )}
    </SecurityCard>
  );
}
