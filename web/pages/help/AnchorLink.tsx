import { CheckmarkRegular, LinkRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useText } from '../../messages/use-text.ts';
import styles from './Help.module.css';

/** Beside a heading: goes to it and copies its address, to be sent to a colleague. */
export function AnchorLink({ anchor, title }: { anchor: string; title: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    const address = new URL(window.location.href);
    address.hash = anchor;
    // A browser may refuse; the address bar then shows the same link.
    navigator.clipboard?.writeText(address.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className={`${styles.anchor} no-print`}>
      <Link
        to="."
        search={(before) => before}
        hash={anchor}
        onClick={copy}
        aria-label={t('help.copyLink', { title })}
        title={t('help.copyLink', { title })}
      >
        {copied ? <CheckmarkRegular /> : <LinkRegular />}
      </Link>
      <span role="status" className={styles.copied}>
        {copied && t('help.linkCopied')}
      </span>
    </span>
  );
}
