import type { PartnerAnswers, Services } from '../features/shared/services.ts';
import type { OpenDatabase } from '../store/open-database.ts';
import type { CommandIo } from './command-io.ts';

/** An opened database with everything that stands on it; `close` leaves a running server of others alone. */
export interface OpenJalon {
  readonly services: Services;
  readonly answers: PartnerAnswers;
  close(): Promise<void>;
}

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly partner: string;
}

export interface RunningServer {
  readonly address: string;
  /** The demo's people, when this start made the demo or an earlier one of this folder did. */
  readonly demoSignIns: readonly DemoSignIn[];
  /** Where the identity provider of the demo answers. */
  readonly identityProvider: string | null;
  /** On an empty database without demo: the link that sets up the first company. */
  readonly setupLink: string | null;
  /** Resolves when the server has stopped. */
  readonly stopped: Promise<void>;
}

export interface ServeOrder {
  /** `whenEmpty`: only into an empty database where the documented conditions allow it. */
  readonly demo: 'whenEmpty' | 'always';
  readonly large: boolean;
  /** Short lines about what is going on. */
  readonly say: (line: string) => void;
}

/** The secret that seals what must be read again: see `installation-secret.ts`. */
export interface InstallationKey {
  /** Where one is known already; nothing is made. */
  known(): string | null;
  /** Makes it the one of the data folder, which has none. */
  keep(secret: string): void;
}

/** What commands ask of main.ts, the only place that constructs things. */
export interface CommandContext {
  readonly catalogueRoot: () => string;
  /** A `command` needs a database that is there; `setup` makes what is missing. */
  readonly open: (purpose: 'command' | 'setup') => Promise<OpenJalon>;
  /** The database as it is, not brought up to date; a `server` has its folder to itself. */
  readonly openDatabase: (purpose: 'command' | 'server') => Promise<OpenDatabase>;
  /** The folder of the embedded database, or `null` with a server of its own. */
  readonly databaseFolder: () => Promise<string | null>;
  readonly installationKey: () => Promise<InstallationKey>;
  readonly version: string;
  readonly migrate: () => Promise<readonly string[]>;
  readonly serve: (order: ServeOrder) => Promise<RunningServer>;
  /** Where people reach this installation: as stated, else where it is running, else where it would. */
  readonly baseUrl: () => Promise<string>;
  readonly now: () => Date;
}

/** Opens the database for one command and closes it whatever happens. */
export async function withJalon<T>(
  context: CommandContext,
  work: (jalon: OpenJalon) => Promise<T>,
  purpose: 'command' | 'setup' = 'command',
): Promise<T> {
  const jalon = await context.open(purpose);
  try {
    return await work(jalon);
  } finally {
    await jalon.close();
  }
}

export function sayTo(io: CommandIo): (line: string) => void {
  return (line) => {
    io.stderr.write(`${line}\n`);
  };
}
