import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { useText } from '../../messages/use-text.ts';
import { Logo } from '../../ui/Logo.tsx';
import styles from './Entrance.module.css';

/** The frame of the pages that need no session. */
export function Entrance({
  title,
  wide = false,
  children,
}: {
  title: string;
  /** For a page of several parts instead of a few fields. */
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · Jalon`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={wide ? `${styles.card} ${styles.wide}` : styles.card}>
          <div className={styles.brand}>
            <Logo size={32} />
            <span>Jalon</span>
          </div>
          <h1 className={styles.title}>{title}</h1>
          {children}
        </div>
        <p className={styles.motto}>{t('signIn.motto')}</p>
      </main>
    </div>
  );
}
