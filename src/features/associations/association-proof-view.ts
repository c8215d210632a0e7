import type {
  AssociationProofView,
  AssociationRefusal,
  LearningProvider,
} from '../../contract/associations.ts';
import type { SkillFinder } from '../../sources/skill-record-candidate.ts';
import {
  type AssociationPreview,
  presentAccount,
  previewAssociation,
  waitingRecords,
} from '../../store/association-preview.ts';
import type { AssociationProof } from '../../store/association-proofs-store.ts';
import { type TenantTransaction, withNetworkSight } from '../../store/database.ts';
import { readAsOne } from '../../store/merge-proposals-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { findUser } from '../../store/users-store.ts';
import type { Services } from '../shared/services.ts';
import { transcriptRecords } from './transcript-records.ts';

/** So much of an address as its owner recognises it by: `j•••@contoso.example`. */
function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}

function refusalOf(provider: LearningProvider, preview: AssociationPreview): AssociationRefusal | null {
  const { refusal } = preview;
  if (refusal === null) return null;
  const nextPossibleOn = 'nextPossibleOn' in refusal ? refusal.nextPossibleOn : null;
  return { provider, code: refusal.kind, nextPossibleOn, accountId: null };
}

interface Looked {
  readonly provider: LearningProvider;
  readonly preview: AssociationPreview;
  readonly refusal: AssociationRefusal | null;
}

/** One account of each provider at a time: another one is ended first, by the person, knowingly. */
async function lookAhead(
  tx: TenantTransaction,
  { userId, accountId, method }: AssociationProof,
  provider: LearningProvider,
): Promise<Looked> {
  const preview = await previewAssociation(tx, { provider, accountId, userId });
  const present = await presentAccount(tx, userId, provider);
  if (present !== null && present !== accountId) {
    const merged = await withNetworkSight(tx, () => readAsOne(tx, provider, accountId, present));
    const code = merged ? 'merged-account' : method === 'transcript' ? 'merge-proposed' : 'other-account';
    return { provider, preview, refusal: { provider, code, nextPossibleOn: null, accountId: present } };
  }
  return { provider, preview, refusal: refusalOf(provider, preview) };
}

/** What was found, and what happens when the person says yes. Until the account is proved nothing is told about it. */
export async function associationProofView(
  { programmes, sealer, oidc }: Pick<Services, 'programmes' | 'sealer' | 'oidc'>,
  findSkill: SkillFinder,
  tx: TenantTransaction,
  proof: AssociationProof,
): Promise<AssociationProofView> {
  const { proofId, method, accountId, accountName, accountEmail, emailVerified, userId } = proof;
  const providers = proof.providers as LearningProvider[];
  const user = await findUser(tx, userId);
  const company = await findPartner(tx, tx.partnerId);
  const workEmail = user?.workEmail ?? '';
  const common = {
    proofId,
    method,
    providers,
    accountId,
    emailVerified,
    workEmail,
    company: company?.name ?? tx.partnerId,
    expiresAt: proof.expiresAt.toISOString(),
  };
  if (proof.provedAt === null) {
    return {
      ...common,
      state: 'proof-needed',
      provedBy: [
        ...(proof.codeHash === null ? [] : (['code'] as const)),
        ...(oidc.providers().learning === null ? [] : (['sign-in'] as const)),
      ],
      accountName: null,
      accountEmail: accountEmail && maskedEmail(accountEmail),
      sameEmail: null,
      ends: [],
      refusals: [],
      nextPossibleOn: null,
      found: [],
    };
  }
  const looked: Looked[] = [];
  for (const provider of providers) looked.push(await lookAhead(tx, proof, provider));
  const shown = transcriptRecords(sealer, proof, findSkill);
  const waiting = [...(await waitingOf(tx, providers, accountId)), ...shown];
  const titleOf = (skill: string) =>
    [...programmes.values()].map((programme) => programme.skills.get(skill)?.title).find(Boolean);
  return {
    ...common,
    state: 'ready',
    provedBy: [],
    accountName,
    accountEmail,
    sameEmail: accountEmail === null ? null : accountEmail.toLowerCase() === workEmail.toLowerCase(),
    ends: looked.flatMap(({ provider, preview }) =>
      onceEachCompany(preview.ends).map(({ company: name, sameCompany, since }) => ({
        provider,
        company: name,
        sameCompany,
        since: since.toISOString(),
      })),
    ),
    refusals: looked.flatMap(({ refusal }) => refusal ?? []),
    nextPossibleOn:
      looked
        .flatMap(({ preview }) => preview.nextPossibleOn ?? [])
        .sort()
        .at(-1) ?? null,
    found: onceEach(waiting).map(({ skill, titleAsGiven, achievedOn }) => ({
      skillId: skill,
      skillTitle: titleOf(skill) ?? titleAsGiven ?? skill,
      achievedOn,
    })),
  };
}

/** Where PMC and Partner Center have both associated the account, its holder reads of one end. */
function onceEachCompany(ends: AssociationPreview['ends']): AssociationPreview['ends'] {
  return ends.filter(
    ({ company, sameCompany }, place) =>
      ends.findIndex((one) => one.company === company && one.sameCompany === sameCompany) === place,
  );
}

/** A transcript tells again what is known of the account already. */
function onceEach<One extends { readonly skill: string; readonly achievedOn: string }>(
  records: readonly One[],
): One[] {
  return [...new Map(records.map((one) => [`${one.skill} ${one.achievedOn}`, one])).values()];
}

async function waitingOf(tx: TenantTransaction, providers: readonly string[], accountId: string) {
  const lists = [];
  for (const provider of providers) lists.push(await waitingRecords(tx, { provider, accountId }));
  return lists.flat();
}
