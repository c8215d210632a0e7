// The whole suite, as the README names it: types, style, then every test. The last line gives the count.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryFolder } from './memory-folder.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Longest first: they run two at a time, as the tests do. */
const CHECKS = [
  ['tsc', '-p', '.'],
  ['tsc', '-p', 'web'],
  ['knip'],
  ['biome', 'check', '.'],
  ['tsc', '-p', 'src/domain'],
  ['node', join('scripts', 'build.mjs')],
];
const AT_ONCE = 2;

/** Runs a check and prints what it said in one piece when it has ended. @returns whether it passed */
async function passes([name, ...args]) {
  const command = name === 'node' ? process.execPath : bin(name);
  const check = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [check.stdout, check.stderr]) stream.on('data', (piece) => said.push(piece));
  const [status] = await once(check, 'close');
  console.log(`${[name, ...args].join(' ')}: ${status === 0 ? 'passed' : 'failed'}`);
  process.stdout.write(Buffer.concat(said));
  return status === 0;
}

async function allPass() {
  const waiting = [...CHECKS];
  let good = true;
  const oneAfterTheOther = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) good = (await passes(check)) && good;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
  return good;
}

if (!(await allPass())) process.exit(1);

mkdirSync(join(root, '.cache'), { recursive: true });

const ownTemporary = memoryFolder();
if (ownTemporary !== null) {
  process.env.TMPDIR = ownTemporary;
  process.once('exit', () => rmSync(ownTemporary, { recursive: true, force: true }));
}

/** Runs test files (all of them without a name) and returns what each did. */
async function runTests(name, files) {
  const report = join(root, '.cache', name);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const tests = spawn(bin('vitest'), ['run', ...reporters, ...files], { cwd: root, stdio: 'inherit' });
  // A run that is broken off ends its tests too, and gives their memory back.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tests.kill(signal));
  const [status] = await once(tests, 'close');
  // Without a report nothing is known to have passed.
  if (!existsSync(report)) process.exit(status || 1);
  return { passed: status === 0, counts: JSON.parse(readFileSync(report, 'utf8')) };
}

/** A busy machine can be too slow for a browser; more files than these do not fail by chance. */
const MOST_UNSTEADY = 3;

const { passed, counts } = await runTests('test-report.json', process.argv.slice(2));
const failed = counts.testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name);
const unsteady = [];
let good = passed;
if (!passed && failed.length > 0 && failed.length <= MOST_UNSTEADY) {
  console.log(`\nOnce more, alone:\n${failed.join('\n')}`);
  good = (await runTests('test-report-again.json', failed)).passed;
  if (good) {
    const results = counts.testResults.flatMap(({ assertionResults }) => assertionResults);
    unsteady.push(...results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName));
    console.log(`Passed only when run again, which is a defect of its own:\n${unsteady.join('\n')}`);
  }
}
console.log(`${counts.numPassedTests + unsteady.length} passed, ${good ? 0 : counts.numFailedTests} failed`);
process.exit(good ? 0 : 1);
