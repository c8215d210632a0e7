/** How long an account that was shown can be associated, and a code be given. */
export const PROOF_MS = 15 * 60_000;
/** Six figures and so many attempts: one in two hundred thousand guesses it. */
export const CODE_ATTEMPTS = 5;
