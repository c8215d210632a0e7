/** Who can sign in to the demo network, with passwords that are random per data folder and kept there. */
import { randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoNetwork } from './demo-plan.ts';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  /** A role of the programme, or `learner` for people who hold none. */
  readonly role: string;
  readonly partner: string;
}

const FILE = 'demo-sign-ins.json';

/** No letter or digit that is easily read as another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

interface PlannedSignIns {
  readonly signIns: readonly DemoSignIn[];
  /** Addresses whose password was made just now: whatever the database holds for them is out of date. */
  readonly renewed: ReadonlySet<string>;
}

/**
 * The sign-ins of the network, with the passwords of the folder where it has them. The file is written before
 * any password reaches the database, so that a start cut short never leaves one that nobody knows.
 */
export async function planSignIns(network: DemoNetwork, dataFolder: string): Promise<PlannedSignIns> {
  const kept = new Map((await readSignIns(dataFolder)).map((entry) => [entry.email, entry]));
  const wanted = signInsOf(network);
  const renewed = new Set(wanted.filter(({ email }) => !kept.has(email)).map(({ email }) => email));
  const signIns = wanted.map((entry) => kept.get(entry.email) ?? { ...entry, password: newPassword() });
  if (renewed.size > 0) {
    const others = [...kept.values()].filter(({ email }) => !wanted.some((entry) => entry.email === email));
    await writeSignIns(dataFolder, [...signIns, ...others]);
  }
  return { signIns, renewed };
}

function signInsOf(network: DemoNetwork): Omit<DemoSignIn, 'password'>[] {
  const people = network.partners.flatMap((partner) =>
    [...partner.users]
      .filter((user) => user.signIn)
      .map((user) => ({ email: user.workEmail, role: user.roles[0] ?? 'learner', partner: partner.id })),
  );
  const staff = network.staff.map((user) => ({ email: user.workEmail, role: user.role, partner: 'network' }));
  return [...people, ...staff];
}

async function readSignIns(dataFolder: string): Promise<DemoSignIn[]> {
  try {
    const entries: unknown = JSON.parse(await readFile(join(dataFolder, FILE), 'utf8'));
    return Array.isArray(entries) ? entries.filter(isSignIn) : [];
  } catch (failure) {
    if (failure instanceof SyntaxError || (failure as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw failure;
  }
}

function isSignIn(entry: unknown): entry is DemoSignIn {
  const fields = entry as Partial<Record<keyof DemoSignIn, unknown>> | null;
  return ['email', 'password', 'role', 'partner'].every(
    (field) => typeof fields?.[field as keyof DemoSignIn] === 'string',
  );
}

async function writeSignIns(dataFolder: string, signIns: readonly DemoSignIn[]): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Four groups of four: about 79 bits, and still possible to type. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
