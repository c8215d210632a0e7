import type { EndingEffect } from '../../contract/associations.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { type Association, associationHistory, nextPossibleOn } from '../../store/associations-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { today } from '../shared/as-of.ts';
import { explainFacts } from '../shared/evaluate-facts.ts';
import { levelsLost } from '../shared/levels-lost.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { SkillsOfAccount } from './skills-of-account.ts';

/** An association of the user that has not ended; `null` for any other id. */
export async function openAssociation(
  tx: TenantTransaction,
  userId: string,
  associationId: string,
): Promise<Association | null> {
  const history = await associationHistory(tx, userId);
  return history.find((one) => one.associationId === associationId && one.until === null) ?? null;
}

/** The facts as they would be if the association ended on the day. */
function without(
  facts: FactsDocument,
  userId: string,
  { provider, accountId, via }: Association,
  on: string,
): FactsDocument {
  return {
    ...facts,
    people: (facts.people ?? []).map((person) =>
      person.id !== userId
        ? person
        : {
            ...person,
            associations: (person.associations ?? []).flatMap((one) => {
              const meant =
                one.accountId === accountId &&
                one.provider === provider &&
                (one.via ?? 'partner-center') === via &&
                one.partner == null &&
                one.until == null;
              if (!meant) return one;
              // One that began today would be empty: it is as if it had not been.
              return one.from.slice(0, 10) >= on ? [] : { ...one, until: on };
            }),
          },
    ),
  };
}

/** What stops counting when the association ends today: shown before the person decides it. */
export async function endingEffect(
  services: Services,
  owner: Pick<TenantTransaction, 'partnerId'> & { readonly userId: string },
  association: Association,
  may: { readonly readLevels: boolean },
): Promise<EndingEffect> {
  const { partnerId, userId } = owner;
  const on = today(services.now());
  const asOf = { validAt: on, knownAt: null };
  const answers = await answersOfEach(services, partnerId, asOf);
  const skills = new SkillsOfAccount(answers[0].facts, userId, association.accountId);
  const levels: EndingEffect['levels'] = [];
  for (const answer of answers) {
    const changed = without(answer.facts, userId, association, on);
    const after = explainFacts(changed, answer.programme, asOf, null);
    skills.compare(answer, after.verdicts);
    if (may.readLevels) levels.push(...levelsLost(answer, changed));
  }
  const actor = { kind: 'user', userId } as const;
  const next = await services.database.readAsTenant({ partnerId, actor }, (tx) =>
    nextPossibleOn(tx, association),
  );
  return { ...skills.effect(), levels, nextPossibleOn: next };
}
