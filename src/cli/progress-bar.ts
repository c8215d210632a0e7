import type { CommandIo } from './command-io.ts';

const WIDTH = 30;

/** A line that rewrites itself on a terminal; a pipe or a log file is left alone. */
export function progressBar(
  io: CommandIo,
  label: string,
): { show(done: number, total: number): void; end(): void } {
  const { stderr } = io;
  let shown = '';
  return {
    show(done, total) {
      if (!stderr.isTTY || total === 0) return;
      const filled = Math.round((done / total) * WIDTH);
      const line = `${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total}`;
      if (line === shown) return;
      shown = line;
      stderr.write(`\r${line}`);
    },
    end() {
      if (shown !== '') stderr.write('\n');
      shown = '';
    },
  };
}
