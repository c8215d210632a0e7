import { expect, it } from 'vitest';
import { refreshed } from '../../src/features/shared/refreshed.ts';

/** A value that is counted up by every reading, and readings that end when the test says so. */
function counted() {
  const clock = { now: 0 };
  const ends: (() => void)[] = [];
  let readings = 0;
  const values = refreshed<number | null>(
    () => {
      const value = ++readings;
      return new Promise((done) => ends.push(() => done(value)));
    },
    { renewAfter: 100, oldest: 400 },
    () => clock.now,
  );
  const settle = async () => {
    for (const end of ends.splice(0)) end();
    await new Promise((done) => setImmediate(done));
  };
  return { clock, values, settle, readings: () => readings };
}

it('many who ask at once are told by one reading', async () => {
  const { values, settle, readings } = counted();
  const answers = Promise.all([values.get('a'), values.get('a'), values.get('a')]);
  await settle();
  expect(await answers).toEqual([1, 1, 1]);
  expect(readings()).toBe(1);
});

it('a value is read anew before it is too old, and nobody waits for that', async () => {
  const { clock, values, settle } = counted();
  const first = values.get('a');
  await settle();
  await first;
  clock.now = 150;
  expect(await values.get('a')).toBe(1);
  await settle();
  expect(await values.get('a')).toBe(2);
});

it('a value that is too old is waited for', async () => {
  const { clock, values, settle } = counted();
  const first = values.get('a');
  await settle();
  await first;
  clock.now = 400;
  const second = values.get('a');
  await settle();
  expect(await second).toBe(2);
});

it('a reading that began before a value was forgotten answers nobody who asks after it', async () => {
  const { values, settle } = counted();
  const before = values.get('a');
  values.forgetAll();
  const after = values.get('a');
  await settle();
  expect([await before, await after, await values.get('a')]).toEqual([1, 2, 2]);
});

it('an error is told to who waits, and the next one asks again', async () => {
  let fails = true;
  const values = refreshed(
    async () => {
      if (fails) throw new Error('unreachable');
      return 'found';
    },
    { renewAfter: 100, oldest: 400 },
    () => 0,
  );
  await expect(values.get('a')).rejects.toThrow('unreachable');
  fails = false;
  expect(await values.get('a')).toBe('found');
});
