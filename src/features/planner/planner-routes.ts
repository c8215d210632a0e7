import type { Route } from '../../http/route.ts';
import type { Services } from '../shared/services.ts';
import { adoptionRoutes } from './adoption-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { studyRoutes } from './study-routes.ts';

/** Plans of training, the questions beside them, and what comes of them. */
export function plannerRoutes(services: Services): Route[] {
  return [...planRoutes(services), ...adoptionRoutes(services), ...studyRoutes(services)];
}
