import { join } from 'node:path';
import { listProgrammes } from './catalogue/catalogue-folder.ts';
import { loadProgramme } from './catalogue/load-programme.ts';
import { readProgrammeFiles } from './catalogue/programme-files.ts';
import type { Programme } from './domain/catalogue/catalogue.ts';
import { derivedAnswers } from './features/shared/derived-answers.ts';
import { liveProgrammes } from './features/shared/live-programmes.ts';
import { type MailDelivery, type MailQueue, postOffice } from './features/shared/mail/post-mail.ts';
import type { InstallationProviders } from './features/shared/oidc/oidc-client.ts';
import { oidcDesk } from './features/shared/oidc/oidc-desk.ts';
import { partnerAnswers } from './features/shared/partner-answers.ts';
import { programmesOfPartners } from './features/shared/partner-programmes.ts';
import { planningThreads } from './features/shared/planning/planning-threads.ts';
import { sealerWith } from './features/shared/sealed.ts';
import type { ImportQueue, Services } from './features/shared/services.ts';
import { sourceGate } from './features/shared/source-gate.ts';
import { testGateway } from './features/shared/test-gateway.ts';
import { transcriptsOf } from './features/shared/transcripts.ts';
import { watchedDatabase } from './features/shared/watched-database.ts';
import { type SessionGate, sessionGate } from './features/sign-in/session-gate.ts';
import { attemptLimiter } from './http/attempt-limiter.ts';
import { evaluationTimes, type Readings } from './http/installation-metrics.ts';
import { queueStates } from './store/installation-checks-store.ts';
import type { OpenDatabase } from './store/open-database.ts';

/** The programme of companies that take part in none. */
const DEFAULT_PROGRAMME = 'microsoft-competencies';

const METRICS = { kind: 'system', name: 'metrics' } as const;

const QUARTER_HOUR = 900;
const FAILURES_PER_EMAIL = 10;
const FAILURES_PER_ADDRESS = 100;
const RESETS_PER_HOUR = 3;
const DIRECTORY_REQUESTS_PER_MINUTE = 3_000;

async function loadProgrammes(catalogueRoot: string): Promise<ReadonlyMap<string, Programme>> {
  const folders = await listProgrammes(catalogueRoot);
  const programmes = await Promise.all(folders.map(({ folder }) => loadProgramme(folder)));
  return new Map(programmes.map((programme) => [programme.id, programme]));
}

function defaultProgramme(programmes: ReadonlyMap<string, Programme>, catalogueRoot: string): Programme {
  const programme = programmes.get(DEFAULT_PROGRAMME);
  if (programme !== undefined) return programme;
  throw new Error(
    `the programme ${join(catalogueRoot, DEFAULT_PROGRAMME)} is missing; install the package again`,
  );
}

export interface ServiceParts {
  readonly opened: OpenDatabase;
  readonly catalogueRoot: string;
  readonly imports: ImportQueue;
  readonly mail: { readonly queue: MailQueue; readonly delivery: MailDelivery };
  readonly secret: () => string;
  readonly baseUrl: () => string;
  readonly now: () => Date;
  /** Identity providers of the installation, and whether one on this machine may be asked without TLS. */
  readonly oidc: { readonly providers: InstallationProviders; readonly loopback: boolean };
  readonly demo: boolean;
  readonly https: boolean;
}

/** What the features stand on, and what the server tells of itself. */
export interface OpenedServices extends Services {
  readonly gate: SessionGate;
  readonly readings: Readings;
}

/** Puts together what the features stand on. */
export async function openServices(parts: ServiceParts): Promise<OpenedServices> {
  const { opened, catalogueRoot, now, mail, baseUrl, https } = parts;
  const delivered = await loadProgrammes(catalogueRoot);
  const catalogue = liveProgrammes({
    database: opened.database,
    delivered,
    deliveredFiles: (id) => readProgrammeFiles(join(catalogueRoot, id)),
    now,
    // Plans are made by the rules with which a thread was started.
    replaced: () => planning.renew(),
  });
  const { programmes } = catalogue;
  const programme = () => defaultProgramme(programmes, catalogueRoot);
  const planning = planningThreads(programmes);
  programme();
  await catalogue.refresh();
  const sealer = sealerWith(parts.secret);
  const milliseconds = () => now().getTime();
  const evaluations = evaluationTimes();
  const answers = partnerAnswers(opened.database, programmes, (seconds) => evaluations.observe(seconds));
  const database = watchedDatabase(opened.database, () => answers.forgetVersions());
  return {
    database,
    get programme() {
      return programme();
    },
    programmes,
    catalogue,
    answers,
    programmesOf: programmesOfPartners(opened.database, { answers, programme, programmes }),
    derived: derivedAnswers(opened.database, answers),
    gate: sessionGate(database, now, sourceGate(database, sealer, now)),
    readings: {
      evaluations,
      pool: opened.poolState,
      queues: () => opened.database.asNetwork({ actor: METRICS }, queueStates),
    },
    imports: parts.imports,
    planning,
    post: postOffice({ ...mail, sealer, baseUrl }),
    sealer,
    oidc: oidcDesk({ database, sealer, now, baseUrl, https, ...parts.oidc }),
    transcripts: transcriptsOf(),
    // Without a gateway of its own an installation takes transfers only; the demo plays one.
    payments: parts.demo ? testGateway() : null,
    baseUrl,
    limits: {
      perEmail: attemptLimiter(FAILURES_PER_EMAIL, QUARTER_HOUR, milliseconds),
      perAddress: attemptLimiter(FAILURES_PER_ADDRESS, QUARTER_HOUR, milliseconds),
      resetsPerEmail: attemptLimiter(RESETS_PER_HOUR, 4 * QUARTER_HOUR, milliseconds),
      perDirectory: attemptLimiter(DIRECTORY_REQUESTS_PER_MINUTE, 60, milliseconds),
    },
    now,
    demo: parts.demo,
    https,
  };
}
