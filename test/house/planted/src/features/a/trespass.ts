import { b } from '../b/b.ts';

export const trespass = b;
