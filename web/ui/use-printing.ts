import { useSyncExternalStore } from 'react';

const media = window.matchMedia('print');
let asked = false;

/** Browsers tell of printing by an event, by the media, or by both; what prints must be drawn before either ends. */
function subscribe(listener: () => void): () => void {
  const begin = () => {
    asked = true;
    listener();
  };
  const end = () => {
    asked = false;
    listener();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  media.addEventListener('change', listener);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    media.removeEventListener('change', listener);
  };
}

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => asked || media.matches);
}
