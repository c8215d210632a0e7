import { store } from '../store/store.ts';

export const trespass = store;
