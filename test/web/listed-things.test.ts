import { expect, it } from 'vitest';
import { listedThings } from '../../web/pages/notices/listed-things.ts';

it('a paragraph of a notice is a list when its lines are, each with what is said below it', () => {
  expect(listedThings('• Gold: at risk\n   → Cheapest repair: Cora\n• Silver\nand 2 others')).toEqual({
    things: [
      { thing: 'Gold: at risk', below: ['→ Cheapest repair: Cora'] },
      { thing: 'Silver', below: [] },
    ],
    rest: 'and 2 others',
  });
});

it('a paragraph of words stays one', () => {
  expect(listedThings('Your status stays shown.')).toEqual({ things: [], rest: 'Your status stays shown.' });
});
