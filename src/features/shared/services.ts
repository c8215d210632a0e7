import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { Gate } from '../../http/caller.ts';
import type { AsOf } from './as-of.ts';
import type { PartnerAnswer } from './partner-answer.ts';

/** Loaded and evaluated partners, remembered as long as their evidence does not change. */
export interface PartnerAnswers {
  /** Changes with every fact of the partner, with the catalogue, and at midnight when no day is asked for. */
  version(partnerId: string): Promise<string>;
  of(partnerId: string, asOf: AsOf): Promise<PartnerAnswer>;
}

/** What the features stand on; constructed once in main.ts. */
export interface Services {
  readonly database: Database;
  readonly programme: Programme;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly answers: PartnerAnswers;
  readonly gate: Gate;
  readonly now: () => Date;
}
