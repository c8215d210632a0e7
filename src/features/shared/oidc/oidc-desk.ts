import type { Database } from '../../../store/database.ts';
import type { PartnerId } from '../../../store/partner-id.ts';
import type { RoundPurpose } from '../../../store/sign-in-tables.ts';
import type { Sealer } from '../sealed.ts';
import { type BegunRound, beginRound } from './begin-round.ts';
import { type FinishedRound, finishRound } from './finish-round.ts';
import { findOidcClient, type InstallationProviders, type OidcClient } from './oidc-client.ts';
import { oidcConfigurations } from './oidc-configuration.ts';

export interface RoundOrder {
  readonly client: OidcClient;
  readonly purpose: RoundPurpose;
  /** Path of this server to which the provider sends the browser back; one for each client. */
  readonly callbackPath: string;
  /** Who begins it, with the token of the session cookie; `null` when nobody is signed in. */
  readonly begunBy: RoundOwner | null;
  /** What the provider is to ask: which account (`select_account`), or to sign in anew (`login`). */
  readonly prompt?: 'select_account' | 'login';
  readonly loginHint?: string;
  /** Handed back when the round is finished. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface RoundOwner {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly sessionToken: string;
}

/** What a browser brings back from a provider. */
export interface RoundAnswer {
  /** Path and query as they were sent. */
  readonly url: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The session of the browser, if it has one. */
  readonly sessionToken: string | null;
}

/** Rounds with identity providers: sent there, and back exactly once, to the browser that began. */
export interface OidcDesk {
  /** The providers of the installation. */
  providers(): InstallationProviders;
  /** The demo makes its provider after the server listens. */
  use(providers: InstallationProviders): void;
  client(key: string): Promise<OidcClient | null>;
  begin(order: RoundOrder): Promise<BegunRound>;
  finish(answer: RoundAnswer): Promise<FinishedRound>;
}

export interface DeskParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly now: () => Date;
  readonly baseUrl: () => string;
  readonly https: boolean;
  /** Whether a provider on this machine may be asked without TLS. */
  readonly loopback: boolean;
  readonly providers: InstallationProviders;
}

export function oidcDesk(parts: DeskParts): OidcDesk {
  let providers = parts.providers;
  const configurationOf = oidcConfigurations({ loopback: parts.loopback, now: () => parts.now().getTime() });
  const client = (key: string) => findOidcClient({ ...parts, providers: () => providers }, key);
  const desk = { ...parts, configurationOf, client };
  return {
    providers: () => providers,
    use: (changed) => {
      providers = changed;
    },
    client,
    begin: (order) => beginRound(desk, order),
    finish: (answer) => finishRound(desk, answer),
  };
}
