import { describe, expect, it } from 'vitest';
import { sealerWith } from '../../src/features/shared/sealed.ts';

const sealer = sealerWith(() => 'one secret of an installation');

describe('a sealed secret', () => {
  it('is opened for the purpose for which it was sealed, and tells nothing by itself', () => {
    const sealed = sealer.seal('mail', 'le mot de passe : été');
    expect(sealer.open('mail', sealed)).toBe('le mot de passe : été');
    expect(sealed.includes(Buffer.from('passe'))).toBe(false);
    expect(sealer.seal('mail', 'le mot de passe : été').equals(sealed)).toBe(false);
    expect(sealer.open('mail', sealer.seal('mail', ''))).toBe('');
  });

  it('is opened neither for another purpose, nor under another key, nor after one changed byte', () => {
    const sealed = sealer.seal('mail', 'secret');
    expect(() => sealer.open('authenticator', sealed)).toThrow();
    expect(() => sealerWith(() => 'another').open('mail', sealed)).toThrow();
    for (let place = 0; place < sealed.length; place++) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      expect(() => sealer.open('mail', changed)).toThrow();
    }
    expect(() => sealer.open('mail', sealed.subarray(0, 20))).toThrow();
  });
});
