// The whole suite, as the README names it: types, style, then every test. The last line gives the count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules', '.bin', name);

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run(bin('tsc'), ['-p', 'src/domain']);
run(bin('tsc'), ['-p', '.']);
run(bin('tsc'), ['-p', 'web']);
run(bin('biome'), ['check', '.']);
run(bin('knip'), []);
run(process.execPath, [join(root, 'scripts', 'build.mjs')]);

mkdirSync(join(root, '.cache'), { recursive: true });
const report = join(root, '.cache', 'test-report.json');
const { status } = spawnSync(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
const counts = JSON.parse(readFileSync(report, 'utf8'));
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
process.exit(status ?? 1);
