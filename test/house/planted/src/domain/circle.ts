import { trespass } from './trespass.ts';

export const circle = () => trespass;
