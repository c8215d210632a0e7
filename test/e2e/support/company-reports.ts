/** What the reports of a company say, read as its administrators read them. */
import type { Page } from 'playwright-core';
import { settled } from './visit.ts';

const REPORT = '/competencies/report/user-skills';

/** The rows on the screen of the skills report about one person, as text. */
export async function skillsOnScreen(page: Page, email: string): Promise<string[]> {
  await page.goto(`${REPORT}?search=${encodeURIComponent(email)}`);
  await settled(page);
  const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
  return rows.allInnerTexts();
}

export interface Seen {
  /** From the moment given to the one in which the page that showed it was asked for. */
  readonly askedAfterMs: number;
  readonly shownAfterMs: number;
}

const LONGEST_MS = 15_000;

/** Loads the skills report again and again until it shows something about the person. */
export async function untilReported(page: Page, email: string, since: number): Promise<Seen> {
  for (;;) {
    const askedAfterMs = performance.now() - since;
    const rows = await skillsOnScreen(page, email);
    const shownAfterMs = performance.now() - since;
    if (rows.length > 0) return { askedAfterMs, shownAfterMs };
    if (shownAfterMs > LONGEST_MS) throw new Error(`the report never showed ${email}`);
  }
}

export interface Standing {
  readonly competency: string;
  readonly level: string;
  readonly departuresSurvived: number | null;
  readonly criticalPeople: readonly { readonly label: string }[];
}

/** The levels of a company that are met, with what may be lost. */
export async function standings(page: Page, partnerId: string): Promise<readonly Standing[]> {
  const answer = await page.request.get(`/api/v1/partners/${partnerId}/risk`);
  return ((await answer.json()) as { value: Standing[] }).value;
}

export interface TrailEntry {
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What was done in a company, the latest first. */
export async function trail(page: Page, partnerId: string): Promise<readonly TrailEntry[]> {
  const answer = await page.request.get(`/api/v1/partners/${partnerId}/audit-events?top=200`);
  return ((await answer.json()) as { value: TrailEntry[] }).value;
}

/** The one line of the users report about a person, by its columns. */
export async function usersReportLine(
  page: Page,
  partnerId: string,
  email: string,
): Promise<Readonly<Record<string, unknown>>> {
  const query = new URLSearchParams({ search: email });
  const answer = await page.request.get(`/api/v1/partners/${partnerId}/users-report?${query}`);
  const { value } = (await answer.json()) as { value: Record<string, unknown>[] };
  const line = value.find(({ workEmail }) => workEmail === email);
  if (line === undefined) throw new Error(`the users report has nobody at ${email}`);
  return line;
}
