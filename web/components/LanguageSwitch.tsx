import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { sendJson } from '../api/client.ts';
import { useLocale } from '../messages/locale.tsx';

const OTHER = { fr: 'en', en: 'fr' } as const;
const NAMES = { fr: 'Français', en: 'English' } as const;

/** Says in the other language what it does; signed in, the choice is kept with the user. */
export function LanguageSwitch({ save = false }: { save?: boolean }) {
  const { locale, choose } = useLocale();
  const other = OTHER[locale];
  const keep = useMutation({ mutationFn: () => sendJson('PATCH', '/me', { locale: other }) });
  return (
    <Button
      appearance="subtle"
      lang={other}
      aria-label={`${other.toUpperCase()} – ${NAMES[other]}`}
      title={NAMES[other]}
      style={{ minWidth: 'auto' }}
      onClick={() => {
        choose(other);
        if (save) keep.mutate();
      }}
    >
      {other.toUpperCase()}
    </Button>
  );
}
