/** Who is told about the affairs of a company. */

export interface RoleHolder {
  readonly userId: string;
  readonly role: string;
}

export interface ReceivingRoles {
  /** Roles that receive this kind of notice, as the company has chosen, or by default. */
  readonly receiving: readonly string[];
  /** Roles that may read what it tells: nobody is told what he or she may not read. */
  readonly mayRead: readonly string[];
}

/** Each person once, in the order in which they are given. */
export function recipients(
  holders: readonly RoleHolder[],
  { receiving, mayRead }: ReceivingRoles,
): readonly string[] {
  const told = holders.filter(({ role }) => receiving.includes(role) && mayRead.includes(role));
  return [...new Set(told.map(({ userId }) => userId))];
}
