import { useEffect } from 'react';

/** Written whenever somebody signs in or out: the other tabs of the browser, which share the session, hear of it. */
const SIGNAL = 'jalon.session';

export function announceSession(): void {
  localStorage.setItem(SIGNAL, crypto.randomUUID());
}

/** Calls back when somebody has signed in or out in another tab. */
export function useSessionSignal(listener: () => void): void {
  useEffect(() => {
    const hear = (event: StorageEvent) => {
      if (event.key === SIGNAL) listener();
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, [listener]);
}
