import type { Route } from '../../http/route.ts';
export function importRoutes(_: unknown): Route[] {
  return [];
}
