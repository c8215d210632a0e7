import type { Me } from '../../contract/session.ts';
import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import { enrolmentsOf } from '../../store/enrolments-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findPartner } from '../../store/partners-store.ts';
import { findUser } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { partnerSummary } from '../shared/partner-summary.ts';
import { actorOf, type Services } from '../shared/services.ts';

/** Who is signed in, for the page: name, rights, company, and the token its writes must carry. */
export async function meView(services: Services, caller: Caller): Promise<Me> {
  const home = caller.homeId as PartnerId;
  const { userId, partnerId } = caller;
  // A program has a token but no profile.
  if (userId === null) throw notFound('no-profile', 'An API token has no profile.');
  return services.database.readAsTenant({ partnerId: home, actor: actorOf(caller) }, async (tx) => {
    const user = await findUser(tx, userId);
    if (user === null) throw notFound();
    const partner = partnerId === null ? null : await findPartner(tx, home);
    const enrolled = (await enrolmentsOf(tx)).length > 0;
    return {
      userId,
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.workEmail,
      locale: user.locale,
      roles: [...caller.roles],
      abilities: [...caller.abilities].sort(),
      partner: partner && partnerSummary(partner, enrolled),
      passwordChangeRequired: caller.passwordChangeRequired,
      csrfToken: caller.csrfToken ?? '',
      demo: services.demo,
      outbox: services.post.delivery === 'outbox',
      today: today(services.now()),
    };
  });
}
