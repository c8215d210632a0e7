import { type Command, CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'Jalon: what a partner holds, why, and what counts.',
    '',
    'Usage: jalon COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'jalon COMMAND --help says more, jalon --version the version. Settings are environment variables:',
    'DATABASE_URL, PORT, HOST, JALON_DATA, JALON_DEMO, JALON_BASE_URL, JALON_SECRET, JALON_LOG_LEVEL.',
    'Exit codes: 0 done, 1 the answer is no, 2 bad usage or input, 3 internal error.',
    '',
  ].join('\n');
}

/** The command with the most words that the arguments begin with. */
function find(commands: readonly Command[], args: readonly string[]): Command | null {
  const matches = commands.filter((command) =>
    command.name.split(' ').every((word, index) => args[index] === word),
  );
  return matches.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** Runs one command and turns every way in which it can end into an exit code and a message on stderr. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  io: CommandIo,
  version: string,
): Promise<number> {
  const [first] = args;
  if (first === '--version' || first === '-v') {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    io.stdout.write(overview(commands));
    return first === undefined ? 2 : 0;
  }
  const command = find(commands, args);
  if (command === null) {
    io.stderr.write(`jalon: there is no command "${args.slice(0, 2).join(' ')}".\n\n${overview(commands)}`);
    return 2;
  }
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(`jalon ${command.name}: ${command.summary}\n\n${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run([...rest], io);
  } catch (error) {
    if (error instanceof CommandFailure) {
      io.stderr.write(`jalon ${command.name}: ${error.message}\n`);
      return error.exitCode;
    }
    io.stderr.write(`jalon ${command.name}: internal error\n${(error as Error).stack ?? String(error)}\n`);
    return 3;
  }
}
