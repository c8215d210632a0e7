import { type Check, examineInstallation } from '../features/doctor/examine-installation.ts';
import { type Examination, examinePartners } from '../features/doctor/examine-partners.ts';
import type { OpenDatabase } from '../store/open-database.ts';
import { withStoreFailures } from './backup-options.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandContext } from './jalon.ts';
import { parseOptions } from './options.ts';

function evidenceText({ evidence }: Examination): string {
  if (evidence === null) return '';
  if (evidence.kind === 'unreadable') {
    return evidence.problem === 'damaged'
      ? 'its evidence is damaged'
      : 'its evidence has the format of another version';
  }
  const { person, path, projected, told } = evidence.difference;
  if (path === '') {
    return projected === undefined
      ? `its evidence lacks the person ${person}`
      : `its evidence has the person ${person}, who is not in the facts`;
  }
  return `its evidence differs from the facts at person ${person}, ${path}: ${projected ?? 'nothing'} instead of ${told ?? 'nothing'}`;
}

function isWell({ evidence, repaired, brokenAudit }: Examination): boolean {
  return (evidence === null || repaired) && brokenAudit === null;
}

function say(io: CommandIo, examination: Examination): void {
  const { partner, evidence, repaired, brokenAudit } = examination;
  if (evidence !== null) {
    const what = repaired ? 'It was made anew from the facts.' : 'Run jalon doctor --repair.';
    io.stdout.write(`${partner}: ${evidenceText(examination)}. ${what}\n`);
  }
  if (brokenAudit !== null) {
    io.stdout.write(
      `${partner}: entry ${brokenAudit} of the audit trail does not follow from the one before it. It cannot be repaired; compare with a backup.\n`,
    );
  }
}

const OUTCOMES: Readonly<Record<Check['outcome'], string>> = {
  ok: 'ok     ',
  warning: 'warning',
  failed: 'FAILED ',
};

/** Migrations come first: before them nothing else can be asked. */
async function missingMigrations(opened: OpenDatabase): Promise<string | null> {
  const pending = await opened.pendingMigrations();
  if (pending.length === 0) return null;
  return `${pending.length} migrations are missing, from ${pending[0]} on. Run jalon migrate, then jalon doctor again.`;
}

export async function doctorCommand(args: string[], io: CommandIo, context: CommandContext): Promise<number> {
  const { values } = parseOptions(args, { repair: { type: 'boolean' }, json: { type: 'boolean' } });
  const write = (line: string) => {
    if (!values.json) io.stdout.write(`${line}\n`);
  };
  return withStoreFailures(async () => {
    const opened = await context.openDatabase('command');
    try {
      const { database } = opened;
      const missing = await missingMigrations(opened);
      if (missing !== null) {
        write(`${OUTCOMES.failed}  ${missing}`);
        const migrations = { check: 'migrations', outcome: 'failed', told: missing };
        if (values.json) io.stdout.write(`${JSON.stringify({ checks: [migrations], partners: [] })}\n`);
        return 1;
      }
      const checks: Check[] = [];
      const secret = (await context.installationKey()).known();
      const folder = await context.databaseFolder();
      for await (const check of examineInstallation({ database, now: context.now, folder, secret })) {
        checks.push(check);
        write(`${OUTCOMES[check.outcome]}  ${check.told}`);
      }
      const examined: Examination[] = [];
      for await (const examination of examinePartners(database, { repair: values.repair === true })) {
        examined.push(examination);
        if (!values.json) say(io, examination);
      }
      const well = examined.filter(isWell).length;
      write(`${well} of ${examined.length} partners are in order.`);
      if (values.json) io.stdout.write(`${JSON.stringify({ checks, partners: examined })}\n`);
      return well === examined.length && checks.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
    } finally {
      await opened.close();
    }
  });
}
