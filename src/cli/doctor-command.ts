import { type Examination, examinePartners } from '../features/doctor/examine-partners.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
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

export async function doctorCommand(args: string[], io: CommandIo, context: CommandContext): Promise<number> {
  const { values } = parseOptions(args, { repair: { type: 'boolean' }, json: { type: 'boolean' } });
  return withJalon(context, async ({ services }) => {
    const examined: Examination[] = [];
    for await (const examination of examinePartners(services.database, { repair: values.repair === true })) {
      examined.push(examination);
      if (!values.json) say(io, examination);
    }
    const well = examined.filter(isWell).length;
    if (values.json) io.stdout.write(`${JSON.stringify({ partners: examined })}\n`);
    else io.stdout.write(`${well} of ${examined.length} partners are in order.\n`);
    return well === examined.length ? 0 : 1;
  });
}
