import type { Route } from '../../http/route.ts';
export function sourceRoutes(_: unknown): Route[] {
  return [];
}
