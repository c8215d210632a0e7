/** What a mail carries so that its reader can refuse more of them without signing in. It holds for as long as the key of the installation. */
import { z } from 'zod';
import type { NoticeKind } from '../../../domain/notices/notice-kinds.ts';
import { type PartnerId, parsePartnerId } from '../../../store/partner-id.ts';
import type { Unsubscribing } from '../mail/post-mail.ts';
import type { Sealer } from '../sealed.ts';

const PURPOSE = 'unsubscribe';

export interface Unsubscription {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly kinds: readonly string[];
}

const SealedSchema = z.object({ partnerId: z.string(), userId: z.uuid(), kinds: z.array(z.string()) });

export function unsubscribing(
  sealer: Sealer,
  about: { readonly partnerId: string; readonly userId: string; readonly kinds: readonly NoticeKind[] },
): Unsubscribing {
  const token = sealer.seal(PURPOSE, JSON.stringify(about)).toString('base64url');
  return { page: `/unsubscribe?token=${token}`, oneClick: `/api/v1/unsubscribe?token=${token}` };
}

/** `null` for what was not sealed here. */
export function openUnsubscription(sealer: Sealer, token: string): Unsubscription | null {
  let text: string;
  try {
    text = sealer.open(PURPOSE, Buffer.from(token, 'base64url'));
  } catch {
    return null;
  }
  const { partnerId, userId, kinds } = SealedSchema.parse(JSON.parse(text));
  const partner = parsePartnerId(partnerId);
  return partner === null ? null : { partnerId: partner, userId, kinds };
}
