import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import type { Locale } from '../../src/contract/common.ts';
import { loadMessages, type Messages } from './messages.ts';

const STORED = 'jalon.locale';

interface LocaleChoice {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleChoice | null>(null);

export function initialLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  if (stored === 'fr' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export function useLocale(): LocaleChoice {
  const choice = use(LocaleContext);
  if (choice === null) throw new Error('useLocale outside LocaleProvider');
  return choice;
}

interface Loaded {
  readonly locale: Locale;
  readonly messages: Messages;
}

/** Keeps the page in the old language until the new one is loaded, so that nothing flashes. */
export function LocaleProvider({ first, children }: { first: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(first);
  const choose = useCallback((locale: Locale) => {
    localStorage.setItem(STORED, locale);
    loadMessages(locale).then((messages) =>
      setLoaded((known) => (known.locale === locale ? known : { locale, messages })),
    );
  }, []);
  useEffect(() => {
    document.documentElement.lang = loaded.locale;
  }, [loaded.locale]);
  const choice = useMemo(() => ({ locale: loaded.locale, choose }), [loaded.locale, choose]);
  return (
    <LocaleContext value={choice}>
      <IntlProvider locale={loaded.locale} messages={loaded.messages as Record<string, string>}>
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}
