/** CPU seconds of single threads, where the system tells (Linux): what counts when other work shares the machine. */
import { readdirSync, readFileSync } from 'node:fs';

const TASKS = '/proc/self/task';
const TICKS_PER_SECOND = 100;
/** Places of the user and system time behind the name of the thread. */
const USER_TIME = 11;
const SYSTEM_TIME = 12;

function threads(): readonly string[] {
  try {
    return readdirSync(TASKS);
  } catch {
    return [];
  }
}

function cpuSeconds(thread: string): number {
  try {
    const stat = readFileSync(`${TASKS}/${thread}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
  } catch {
    // It has ended since it was listed.
    return 0;
  }
}

/** Each call tells the time since now of the thread of this process that worked most. */
export function busiestThread(): () => number {
  const before = new Map(threads().map((thread) => [thread, cpuSeconds(thread)]));
  return () => Math.max(...threads().map((thread) => cpuSeconds(thread) - (before.get(thread) ?? 0)), 0);
}
