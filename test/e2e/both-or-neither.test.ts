import { expect, it } from 'vitest';
import { bothOrNeither } from './support/both-or-neither.ts';

const failing = () => ({
  opened: Promise.reject(new Error('no browser')),
  close: () => Promise.reject(new Error('nothing was opened')),
});

it.each(['first', 'second'])(
  'a server does not outlive tests whose browser fails, opened %s',
  async (place) => {
    const closed: string[] = [];
    const server = {
      opened: Promise.resolve('server'),
      close: async (name: string) => void closed.push(name),
    };
    const both = place === 'first' ? bothOrNeither(server, failing()) : bothOrNeither(failing(), server);
    await expect(both).rejects.toThrow('no browser');
    expect(closed).toEqual(['server']);
  },
);
