interface Association {
  readonly provider: string;
  readonly accountId: string;
  readonly since: string;
}

/** One account can be associated more than once, in PMC and later in Partner Center: the latest comes first. */
export function byAccount<One extends Association>(associations: readonly One[]): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const association of associations) {
    const key = `${association.provider}/${association.accountId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [association]);
    else group.push(association);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => (a.since < b.since ? 1 : -1)));
}
