import { Button, Divider } from '@fluentui/react-components';
import { KeyRegular, PersonKeyRegular } from '@fluentui/react-icons';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Me } from '../../../src/contract/session.ts';
import type { BegunRound, SignInProviders } from '../../../src/contract/sign-in.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { useText } from '../../messages/use-text.ts';

type PasskeyOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Goes to the identity provider; the server brings the browser back. */
export function useWorkAccount(onError: (error: unknown) => void) {
  return useMutation({
    mutationFn: (order: { provider: string; returnTo?: string; link?: string; email?: string }) =>
      sendJson<BegunRound>('POST', '/sign-in/work-account', order),
    onSuccess: ({ address }) => window.location.assign(address),
    onError,
  });
}

/** Where people of this address have work accounts; without an address, where everybody may have one. */
export function useProviders(email: string) {
  const domain = email.includes('@') ? email.slice(email.lastIndexOf('@')) : '';
  const known = /@[^@\s]+\.[^@\s.]{2,}$/.test(domain) ? `x${domain}` : undefined;
  return useQuery({
    queryKey: ['sign-in-providers', known ?? ''],
    queryFn: ({ signal }) => getJson<SignInProviders>('/sign-in/providers', { email: known }, signal),
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
}

interface OtherWaysProps {
  readonly email: string;
  readonly returnTo: string;
  readonly onWelcome: (me: Me) => void;
  readonly onError: (error: unknown) => void;
}

/** The ways in without a password of Jalon. */
export function OtherWays({ email, returnTo, onWelcome, onError }: OtherWaysProps) {
  const t = useText();
  const providers = useProviders(email);
  const workAccount = useWorkAccount(onError);
  const passkey = useMutation({
    mutationFn: async () => {
      const optionsJSON = await sendJson<PasskeyOptions>('POST', '/sign-in/passkey/options');
      const answer = await startAuthentication({ optionsJSON });
      return sendJson<Me>('POST', '/sign-in/passkey', { answer });
    },
    onSuccess: onWelcome,
    onError,
  });
  const list = providers.data?.value ?? [];
  const typed = email.trim() === '' ? {} : { email: email.trim() };
  return (
    <>
      <Divider>{t('signIn.or')}</Divider>
      {list.map(({ provider, name }) => (
        <Button
          key={provider}
          icon={<PersonKeyRegular />}
          disabledFocusable={workAccount.isPending}
          onClick={() => workAccount.mutate({ provider, returnTo, ...typed })}
        >
          {t('signIn.workAccount', { provider: name })}
        </Button>
      ))}
      {browserSupportsWebAuthn() && (
        <Button icon={<KeyRegular />} disabledFocusable={passkey.isPending} onClick={() => passkey.mutate()}>
          {t('signIn.passkey')}
        </Button>
      )}
    </>
  );
}
