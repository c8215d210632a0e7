import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readIdentityProviders } from './config-identity-providers.ts';
import type { InstallationProviders } from './features/shared/oidc/oidc-client.ts';

/** What the environment decides; everything else is in the database or in the catalogue. */
export interface Config {
  /** PostgreSQL server to use instead of the embedded database. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and of everything else that is kept on disk. */
  readonly dataFolder: string;
  /** Whether an empty embedded database is filled with the demo network. */
  readonly demo: boolean;
  /** Address under which browsers reach the server, without a trailing slash. */
  readonly baseUrl: string;
  /** Whether that address was stated; else it is worked out from the port. */
  readonly baseUrlStated: boolean;
  readonly secret: string | null;
  /** Mail server, with user and password where it asks for them. */
  readonly smtpUrl: string | null;
  /** What mails say they come from. */
  readonly mailFrom: string;
  /** Where people have their work accounts and their learning accounts. */
  readonly identityProviders: InstallationProviders;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'bad-config'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const KNOWN = ['JALON_DATA', 'JALON_DEMO', 'JALON_BASE_URL', 'JALON_SECRET', 'JALON_LOG_LEVEL'] as const;

/** An empty variable means the same as an absent one, as in most service managers. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

/** `Jalon <jalon@example.org>` or an address alone. */
const MAIL_FROM = /^([^<>@\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

/** What a provider is known by must not be changed on the way: http is for providers on one's own machine. */
const issuer = optional(
  z.url({
    protocol: /^https?$/,
    error: 'must be the https:// address of an identity provider, as it names itself',
  }),
);

const EnvironmentSchema = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })),
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number between 0 and 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a port number between 0 and 65535'),
  ),
  HOST: optional(z.string()),
  JALON_DATA: optional(z.string()),
  JALON_DEMO: optional(z.enum(['0', '1'], { error: 'must be 0 or 1' })),
  JALON_BASE_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })),
  JALON_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })),
  SMTP_FROM: optional(z.string().regex(MAIL_FROM, 'must be an e-mail address, or a name and <address>')),
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: optional(z.string().max(60, 'must have at most 60 characters')),
  OIDC_LEARNING_ISSUER: issuer,
  OIDC_LEARNING_CLIENT_ID: optional(z.string()),
  OIDC_LEARNING_CLIENT_SECRET: optional(z.string()),
  OIDC_LEARNING_NAME: optional(z.string().max(60, 'must have at most 60 characters')),
  JALON_LOG_LEVEL: optional(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug'], {
      error: 'must be one of fatal, error, warn, info, debug',
    }),
  ),
});

export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

/** A demo on one's own machine, which nobody else can reach. */
export function isLocalDemo({
  demo,
  host,
  databaseUrl,
}: Pick<Config, 'demo' | 'host' | 'databaseUrl'>): boolean {
  return demo && databaseUrl === null && isLoopback(host);
}

/** Where mails go: to the mail server that is set up, else, in a demo on one's own machine, into its outbox page. */
export function mailDelivery(
  config: Pick<Config, 'smtpUrl' | 'demo' | 'host' | 'databaseUrl'>,
): 'smtp' | 'outbox' | 'none' {
  if (config.smtpUrl !== null) return 'smtp';
  return isLocalDemo(config) ? 'outbox' : 'none';
}

/** Reads the environment; every problem names its variable and never repeats a secret value. */
export function readConfig(environment: Environment, workingFolder: string): ConfigResult {
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('JALON_') && !(KNOWN as readonly string[]).includes(name))
    .sort()
    .map((name) => `${name} is not a setting of Jalon. Known settings: ${KNOWN.join(', ')}.`);
  const parsed = EnvironmentSchema.safeParse(environment);
  if (!parsed.success) {
    const invalid = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
    return { kind: 'bad-config', problems: [...unknown, ...invalid] };
  }
  if (unknown.length > 0) return { kind: 'bad-config', problems: unknown };

  const values = parsed.data;
  const host = values.HOST ?? '127.0.0.1';
  const port = values.PORT ?? 3000;
  if (!isLoopback(host) && values.JALON_SECRET === undefined) {
    const problem = `JALON_SECRET is required when HOST (${host}) can be reached from other machines.`;
    return { kind: 'bad-config', problems: [problem] };
  }
  const demo = values.JALON_DEMO !== '0';
  const databaseUrl = values.DATABASE_URL ?? null;
  const read = readIdentityProviders(values, isLocalDemo({ demo, host, databaseUrl }));
  if (read.kind === 'bad-providers') return { kind: 'bad-config', problems: read.problems };
  const baseUrl = (values.JALON_BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, '');
  return {
    kind: 'config',
    config: {
      databaseUrl,
      port,
      host,
      dataFolder: resolve(workingFolder, values.JALON_DATA ?? 'data'),
      demo,
      baseUrl,
      baseUrlStated: values.JALON_BASE_URL !== undefined,
      secret: values.JALON_SECRET ?? null,
      smtpUrl: values.SMTP_URL ?? null,
      mailFrom: values.SMTP_FROM ?? `Jalon <jalon@${new URL(baseUrl).hostname}>`,
      identityProviders: read.providers,
      logLevel: values.JALON_LOG_LEVEL ?? 'info',
    },
  };
}
