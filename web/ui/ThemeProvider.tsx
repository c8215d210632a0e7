import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { darkTheme, lightTheme } from './theme.ts';
import { usePrinting } from './use-printing.ts';

const STORED = 'jalon.theme';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Styles made at run time are refused by the content security policy unless they carry the page's nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

interface ThemeChoice {
  readonly dark: boolean;
  readonly toggle: () => void;
}

const ThemeContext = createContext<ThemeChoice | null>(null);

export function useTheme(): ThemeChoice {
  const choice = use(ThemeContext);
  if (choice === null) throw new Error('useTheme outside ThemeProvider');
  return choice;
}

function initiallyDark(): boolean {
  const stored = localStorage.getItem(STORED);
  return stored === null ? systemDark.matches : stored === 'dark';
}

/** Follows the system until the reader chooses; the choice is remembered on this device. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [dark, setDark] = useState(initiallyDark);
  // Paper is white.
  const printing = usePrinting();
  useEffect(() => {
    const follow = () => {
      if (localStorage.getItem(STORED) === null) setDark(systemDark.matches);
    };
    systemDark.addEventListener('change', follow);
    return () => systemDark.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    document.documentElement.style.colorScheme = dark && !printing ? 'dark' : 'light';
  }, [dark, printing]);
  const choice = useMemo(
    () => ({
      dark,
      toggle: () => {
        localStorage.setItem(STORED, dark ? 'light' : 'dark');
        setDark(!dark);
      },
    }),
    [dark],
  );
  return (
    <ThemeContext value={choice}>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <FluentProvider theme={dark && !printing ? darkTheme : lightTheme} className="jalon-theme">
          {children}
        </FluentProvider>
      </RendererProvider>
    </ThemeContext>
  );
}
