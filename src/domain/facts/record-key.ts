/** What makes two deliveries the same completion: whose, of what, on which day. */
export interface RecordIdentity {
  readonly provider: string;
  /** Identity at the provider; when it is not known the work e-mail stands for the person. */
  readonly accountId: string | null;
  readonly workEmail: string | null;
  readonly skill: string;
  /** `YYYY-MM-DD` */
  readonly achievedOn: string;
}

/** Imports are idempotent on this key: the same file sent twice changes nothing. */
export function recordKey({ provider, accountId, workEmail, skill, achievedOn }: RecordIdentity): string {
  const holder =
    accountId === null ? ['e-mail', workEmail?.toLowerCase() ?? ''] : ['account', provider, accountId];
  // JSON keeps the parts apart whatever characters they hold.
  return JSON.stringify([...holder, skill, achievedOn]);
}
