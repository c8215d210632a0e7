import { Button } from '@fluentui/react-components';
import type { Locale } from '../../src/contract/common.ts';
import { useLocale } from '../messages/locale.tsx';
import { useLanguageChoice } from './use-language-choice.ts';

const OTHER = { fr: 'en', en: 'fr' } as const;
const NAMES = { fr: 'Français', en: 'English' } as const;

/** Says in the other language what it does; signed out, the choice stays on this device. */
export function LanguageSwitch({ onChoose }: { onChoose?: (locale: Locale) => void }) {
  const { locale, choose } = useLocale();
  const other = OTHER[locale];
  return (
    <Button
      appearance="subtle"
      lang={other}
      aria-label={`${other.toUpperCase()} – ${NAMES[other]}`}
      title={NAMES[other]}
      style={{ minWidth: 'auto' }}
      onClick={() => (onChoose ?? choose)(other)}
    >
      {other.toUpperCase()}
    </Button>
  );
}

/** For somebody who is signed in: the choice is kept with the person. */
export function OwnLanguageSwitch() {
  return <LanguageSwitch onChoose={useLanguageChoice()} />;
}
