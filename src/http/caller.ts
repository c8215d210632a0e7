import type { Ability, Role } from '../contract/roles.ts';
import type { SignedDelivery } from './delivery-signature.ts';

/**
 * Who asks: a person with a session, or a machine with an API token. `partnerId` is null for the network
 * side, whose ability `network` opens every partner.
 */
export interface Caller {
  readonly kind: 'user' | 'token';
  /** The user, or the token; names the actor in audit entries. */
  readonly id: string;
  readonly userId: string | null;
  readonly partnerId: string | null;
  /** Where audit entries about this caller belong: the own partner, or the network. */
  readonly homeId: string;
  readonly roles: readonly Role[];
  readonly abilities: ReadonlySet<Ability>;
  readonly locale: 'fr' | 'en';
  /** Only sessions of a browser have one. */
  readonly csrfToken: string | null;
  /** A program of the person, by a report token: it opens only routes that say so. */
  readonly reportsOnly?: true;
  /** Signed in with a temporary password: another one must be chosen before anything else. */
  readonly passwordChangeRequired: boolean;
}

export type Credentials =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'bearer'; readonly token: string };

/** What the pipeline asks of the store before a handler runs; implemented by the sign-in feature. */
export interface Gate {
  authenticate(credentials: Credentials): Promise<Caller | null>;
  /**
   * The source whose key has signed the delivery; it may deliver and nothing else.
   * @throws HttpProblem 401 saying what is wrong with the signature
   */
  authenticateSource(delivery: SignedDelivery): Promise<Caller>;
  partnerExists(partnerId: string): Promise<boolean>;
  /** It has become part of another company: it is read, and nothing in it is changed any more. */
  isTakenOver(partnerId: string): Promise<boolean>;
  /** On which side of a merge that is being made the company is: until it has ended nothing in it is changed. */
  mergeUnderWay(partnerId: string): Promise<'from' | 'into' | null>;
  /** People of a partner who hold one of the roles, for the refusal that names them. */
  holders(
    partnerId: string,
    roles: readonly Role[],
  ): Promise<{ readonly displayName: string; readonly role: Role }[]>;
  /** Leaves an audit entry in the reader's own partner. */
  recordRefusal(caller: Caller, refusal: Refusal): Promise<void>;
  /** Leaves an audit entry in the company that somebody of the network reads. */
  recordVisit(caller: Caller, visit: Visit): Promise<void>;
}

export interface Visit {
  readonly partnerId: string;
  /** Without what was searched for, which may be a name. */
  readonly path: string;
  readonly requestId: string;
}

export interface Refusal {
  readonly reason: 'wrong-partner' | 'role-needed';
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
}
