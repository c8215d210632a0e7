import { a } from '../features/a/a.ts';

export const trespass = a;
