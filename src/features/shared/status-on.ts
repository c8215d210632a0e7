interface Employed {
  readonly status: 'active' | 'disabled' | 'left';
  readonly employedUntil: string | null;
}

/**
 * The status of a user as of a day: who has left by then has left, who left only later had not left yet. When a user
 * was disabled is not recorded: he or she is disabled on every day.
 */
export function statusOn({ status, employedUntil }: Employed, day: string): Employed['status'] {
  if (employedUntil !== null && employedUntil <= day) return 'left';
  return status === 'left' && employedUntil !== null ? 'active' : status;
}
