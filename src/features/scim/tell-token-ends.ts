import { printedInstant } from '../../contract/messages/printed-day.ts';
import { PARTNER_ROLES, rolesWith } from '../../contract/roles.ts';
import { type EndingToken, provisioningTokensEnding } from '../../store/api-tokens-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findPartner } from '../../store/partners-store.ts';
import { holdersOfRoles, usersById } from '../../store/users-store.ts';
import { DIRECTORY_TOKEN_ENDS } from '../shared/mail/kinds/directory-token-ends.ts';
import type { MailOrder } from '../shared/mail/post-mail.ts';
import type { Services } from '../shared/services.ts';

const DAY_MS = 86_400_000;
/** So many days before the end of a token, from the first warning to the last. */
const WARNINGS = [30, 7] as const;
/** An end that lies longer back is known, or concerns nobody. */
const TOLD_AFTER_DAYS = 7;
const ACTOR = { kind: 'system', name: 'directory-tokens' } as const;

export type TokenStage = (typeof WARNINGS)[number] | 'over';

/**
 * What is to be said of a token at this moment; `null`: nothing. Whoever makes a token that lasts no longer than a
 * warning reaches knows when it ends.
 */
export function tokenStage(
  { createdAt, expiresAt }: Pick<EndingToken, 'createdAt' | 'expiresAt'>,
  now: Date,
): TokenStage | null {
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return left > -TOLD_AFTER_DAYS * DAY_MS ? 'over' : null;
  const lasts = expiresAt.getTime() - createdAt.getTime();
  const reached = WARNINGS.filter((days) => left <= days * DAY_MS && lasts > days * DAY_MS);
  return reached.at(-1) ?? null;
}

/** Those who may make another token, each in his or her language. */
async function letters(tx: TenantTransaction, token: EndingToken, stage: TokenStage): Promise<MailOrder[]> {
  const roles = rolesWith('company-settings').filter((role) => PARTNER_ROLES.some((own) => own === role));
  const holders = await holdersOfRoles(tx, roles);
  const users = await usersById(
    tx,
    holders.map(({ userId }) => userId),
  );
  const timeZone = (await findPartner(tx, tx.partnerId))?.timeZone ?? 'UTC';
  return [...users.values()].map(({ userId, workEmail, firstName, locale: own }) => {
    const locale = own ?? 'en';
    return {
      kind: DIRECTORY_TOKEN_ENDS,
      to: workEmail,
      userId,
      locale,
      values: {
        name: firstName,
        when: stage === 'over' ? 'over' : 'soon',
        until: printedInstant(token.expiresAt, locale, timeZone),
      },
      path: '/users/provisioning',
      onceKey: `directory-token ${token.tokenId} ${stage} ${userId}`,
    };
  });
}

/**
 * Warns the administrators of every company whose directory will soon be, or is, shut out. Asked as often as one likes,
 * by several processes: each warning of each token reaches each person once.
 */
export async function tellTokenEnds({ database, post }: Pick<Services, 'database' | 'post'>): Promise<void> {
  if (post.delivery === 'none') return;
  const ending = await database.asNetwork({ actor: ACTOR }, (tx) => {
    const at = (days: number) => new Date(tx.now.getTime() + days * DAY_MS);
    return provisioningTokensEnding(tx, { from: at(-TOLD_AFTER_DAYS), until: at(WARNINGS[0]) });
  });
  for (const token of ending) {
    await database.asTenant({ partnerId: token.partnerId, actor: ACTOR }, async (tx) => {
      const stage = tokenStage(token, tx.now);
      if (stage !== null) await post.sendAll(tx, await letters(tx, token, stage));
    });
  }
}
