import { labelOf, ROLE_LABELS } from '../contract/messages/labels.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, type DemoSignIn, sayTo } from './jalon.ts';
import { parseOptions } from './options.ts';

function signInTable(signIns: readonly DemoSignIn[]): string {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  const lines = signIns.map(
    ({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  ${labelOf(ROLE_LABELS.en, role)}`,
  );
  return ['Demo sign-ins:', ...lines].join('\n');
}

/** `jalon serve` and `jalon demo`: runs until it is told to stop. */
export async function serveCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
  demo: boolean,
): Promise<number> {
  const large = demo && args.includes('--large');
  parseOptions(large ? args.filter((arg) => arg !== '--large') : args, {});
  const server = await context.serve({
    demo: demo ? 'always' : 'whenEmpty',
    large,
    say: sayTo(io),
  });
  io.stdout.write(`Jalon is ready: ${server.address}\n`);
  if (server.demoSignIns.length > 0) io.stdout.write(`${signInTable(server.demoSignIns)}\n`);
  if (server.identityProvider !== null) {
    io.stdout.write(
      `Identity provider of the demo (work and learning accounts): ${server.identityProvider}\n`,
    );
  }
  if (server.setupLink !== null) {
    io.stdout.write(
      `This database is empty. Set up its operator and its first company within 24 hours, once, at:\n  ${server.setupLink}\nor from the command line with: jalon setup --partner ID --name NAME --admin EMAIL\n`,
    );
  }
  await server.stopped;
  return 0;
}
