import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { AttemptLimiter } from '../../http/attempt-limiter.ts';
import type { Caller, Gate } from '../../http/caller.ts';
import type { Actor, Database } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { AsOf } from './as-of.ts';
import type { Catalogue } from './live-programmes.ts';
import type { Post } from './mail/post-mail.ts';
import type { OidcDesk } from './oidc/oidc-desk.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import type { PaymentGateway } from './payment-gateway.ts';
import type { PlanningThreads } from './planning/planning-threads.ts';
import type { Sealer } from './sealed.ts';
import type { Transcripts } from './transcripts.ts';

/** Loaded and evaluated partners, remembered as long as their evidence does not change. */
export interface PartnerAnswers {
  /** Changes with every fact of the partner. */
  version(partnerId: PartnerId): Promise<string>;
  /** To be called after every write of this process. */
  forgetVersions(): void;
  of(partnerId: PartnerId, programme: Programme, asOf: AsOf): Promise<PartnerAnswer>;
  /** Makes answers, one after the other, for whoever will ask for them next; nobody waits for it. */
  prepare(partnerId: PartnerId, programme: Programme, times: readonly AsOf[]): void;
}

/** A programme about which the answers of a company may be asked. */
export interface PartnerProgramme {
  readonly programme: Programme;
  /** The track by which the company is judged where one is assigned; `null` in programmes without tracks. */
  readonly track: string | null;
  /** `false` only of the default programme, of a company that takes part in none. */
  readonly enrolled: boolean;
}

/**
 * The programmes of a company; the first is the one that is meant where none is named.
 * @param evidence the version of the company's evidence, where it has been asked for
 */
export type ProgrammesOf = (
  partnerId: PartnerId,
  evidence?: string,
) => Promise<readonly [PartnerProgramme, ...PartnerProgramme[]]>;

/** Ready answers about partners, kept where every process finds them. */
export interface DerivedAnswers {
  /**
   * What `make` says, as JSON text.
   * @param question names what `make` makes, with everything but the times that it depends on; the day too, where it
   *   depends on it in another way than `changesOn` knows
   */
  json(
    partnerId: PartnerId,
    programme: Programme,
    question: string,
    asOf: AsOf,
    make: (answer: PartnerAnswer) => unknown,
  ): Promise<string>;
}

/** Background work on imports; the queue itself is in the database. */
export interface ImportQueue {
  /** At once, or after so many seconds. */
  enqueue(partnerId: PartnerId, importId: string, startAfter?: number): Promise<void>;
}

export interface SignInLimits {
  readonly perEmail: AttemptLimiter;
  readonly perAddress: AttemptLimiter;
  /** Mails to an address that anybody can name: a new password, a code to the owner of a transcript. */
  readonly resetsPerEmail: AttemptLimiter;
  /** Requests of a directory. */
  readonly perDirectory: AttemptLimiter;
}

/** What the features stand on; constructed once. */
export interface Services {
  readonly database: Database;
  /** The programme of companies that take part in none. */
  readonly programme: Programme;
  /** By their ids; entries are replaced when other rules come into force. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Where the rules come from. */
  readonly catalogue: Catalogue;
  readonly answers: PartnerAnswers;
  readonly programmesOf: ProgrammesOf;
  readonly derived: DerivedAnswers;
  readonly gate: Gate;
  readonly imports: ImportQueue;
  readonly planning: PlanningThreads;
  readonly post: Post;
  readonly sealer: Sealer;
  readonly oidc: OidcDesk;
  readonly transcripts: Transcripts;
  /** Where cards are charged; `null` where none are taken. */
  readonly payments: PaymentGateway | null;
  readonly limits: SignInLimits;
  readonly now: () => Date;
  /** Whether this installation shows the demo network. */
  readonly demo: boolean;
  readonly https: boolean;
  /** Address under which people reach this server, without a trailing slash. */
  readonly baseUrl: () => string;
}

/** The caller as audit entries and facts name it. */
export function actorOf(caller: Caller): Actor {
  return caller.kind === 'user' ? { kind: 'user', userId: caller.id } : { kind: 'token', tokenId: caller.id };
}
