/** Names of teams: what a company calls its departments. Two texts that look the same are one team. */

export const LONGEST_TEAM_NAME = 100;

/** The text as one line without blanks around it, cut where it is too long; `null` where nothing is left. */
export function fitTeamName(text: string): string | null {
  const line = text
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEAM_NAME)
    .trimEnd();
  return line === '' ? null : line;
}
