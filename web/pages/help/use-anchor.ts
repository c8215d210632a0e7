import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Brings the place named after `#` into view and moves the focus to it, once it is on the page. */
export function useAnchor(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!ready || hash === '') return;
    const place = document.getElementById(hash);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }, [hash, ready]);
}
