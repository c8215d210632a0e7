import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, workRegularly } from '../../src/jobs/regular-work.ts';

/** Work that is through when it is told to be. */
function heldWork() {
  let begun = 0;
  let finish = () => {};
  const work = () => {
    begun += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  };
  return { work, begun: () => begun, finish: () => finish() };
}

const failing = (error: unknown) => {
  throw error;
};

describe('regular work', () => {
  it('begins at once when it is asked to, long before its time comes', async () => {
    const held = heldWork();
    const regular = workRegularly(held.work, HOUR_MS, failing);
    held.finish();
    await sleep(1);
    regular.now();
    expect(held.begun()).toBe(2);
    held.finish();
    await regular.stop();
  });

  it('is done once more after what is under way, however often it was asked for meanwhile', async () => {
    const held = heldWork();
    const regular = workRegularly(held.work, HOUR_MS, failing);
    regular.now();
    regular.now();
    expect(held.begun()).toBe(1);
    held.finish();
    await sleep(1);
    expect(held.begun()).toBe(2);
    held.finish();
    await sleep(1);
    expect(held.begun()).toBe(2);
    await regular.stop();
  });

  it('does not begin again when it is stopped', async () => {
    const held = heldWork();
    const regular = workRegularly(held.work, HOUR_MS, failing);
    regular.now();
    const stopped = regular.stop();
    held.finish();
    await stopped;
    expect(held.begun()).toBe(1);
  });
});
