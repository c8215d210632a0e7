import { orderRound } from '../features/memberships/order-round.ts';
import type { Services } from '../features/shared/services.ts';
import type { RoundWork } from './round-queue.ts';

/** Everything that the passing of a day makes due. */
export async function workOnRounds(services: Services, queue: RoundWork): Promise<void> {
  await queue.work([() => orderRound(services)]);
}
