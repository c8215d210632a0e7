import { store } from '../src/store/store.ts';

export const trespass = store;
