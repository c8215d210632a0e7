import type { CommandIo } from './command-io.ts';
import type { CommandContext } from './jalon.ts';
import { parseOptions } from './options.ts';

export async function migrateCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  const { values } = parseOptions(args, { json: { type: 'boolean' } });
  const applied = await context.migrate();
  if (values.json) io.stdout.write(`${JSON.stringify({ applied })}\n`);
  else if (applied.length === 0) io.stdout.write('The database is up to date.\n');
  else io.stdout.write(`Applied:\n${applied.map((name) => `  ${name}`).join('\n')}\n`);
  return 0;
}
