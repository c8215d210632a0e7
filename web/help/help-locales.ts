import type { Locale } from '../../src/contract/common.ts';

export const LOCALES: readonly Locale[] = ['fr', 'en'];
