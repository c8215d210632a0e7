import { readFileSync } from 'node:fs';
import { circle } from './circle.ts';

export const trespass = [readFileSync, circle];
