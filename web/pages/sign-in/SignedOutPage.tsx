import { Link as FluentLink } from '@fluentui/react-components';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';

export function SignedOutPage() {
  const t = useText();
  return (
    <Entrance title={t('signedOut.title')}>
      <p className={styles.text}>{t('signedOut.text')}</p>
      <FluentLink href={PATHS.signIn}>{t('signedOut.again')}</FluentLink>
    </Entrance>
  );
}
