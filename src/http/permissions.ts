import { type Ability, rolesWith } from '../contract/roles.ts';
import type { Caller, Gate } from './caller.ts';
import {
  companyMerging,
  conflict,
  forbidden,
  HttpProblem,
  notFound,
  notSignedIn,
  passwordChangeRequired,
} from './problem.ts';
import type { Route } from './route.ts';

interface Asked {
  readonly caller: Caller | null;
  readonly params: Readonly<Record<string, string>>;
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
}

/**
 * While two companies are being made one, nobody changes the facts of either: whoever would, is told at once and waits for
 * no lock. What belongs to a person alone is refused at the company that is taken over, because it moves.
 */
async function refuseDuringMerge(route: Route, { caller, params }: Asked, gate: Gate): Promise<void> {
  if (route.method === 'GET' || route.duringMerge === true) return;
  const { kind } = route.access;
  const partnerId = kind === 'partner' ? params.partnerId! : caller!.partnerId;
  if (partnerId === null) return;
  const side = await gate.mergeUnderWay(partnerId);
  if (side === 'from' || (side === 'into' && kind !== 'signed-in')) throw companyMerging();
}

/**
 * The one place that decides whether a request may reach its handler. The partner is checked before the role,
 * so that a refusal never tells whether another partner exists.
 */
export async function checkAccess(route: Route, asked: Asked, gate: Gate): Promise<void> {
  if (route.access.kind === 'public') return;
  await checkCaller(route, asked, gate);
  await refuseDuringMerge(route, asked, gate);
}

async function checkCaller(route: Route, asked: Asked, gate: Gate): Promise<void> {
  const { access } = route;
  if (access.kind === 'public') return;
  const { caller } = asked;
  if (caller === null) throw notSignedIn();
  if (caller.passwordChangeRequired && route.duringPasswordChange !== true) throw passwordChangeRequired();
  const refusal = { method: asked.method, path: asked.path, requestId: asked.requestId };
  if (caller.reportsOnly && route.reportTokens !== true) {
    await gate.recordRefusal(caller, { ...refusal, reason: 'role-needed' });
    throw new HttpProblem(
      403,
      'report-token',
      'A report token reads data sets and regular reports, nothing else.',
    );
  }
  if ((access.kind === 'provisioning') !== caller.abilities.has('provisioning')) {
    await gate.recordRefusal(caller, { ...refusal, reason: 'role-needed' });
    const title = 'The token of a directory opens the SCIM service, and only that token does.';
    throw new HttpProblem(403, 'directory-token', title);
  }
  if (access.kind === 'provisioning' || access.kind === 'signed-in') return;

  if (access.kind === 'ability' || access.kind === 'source') {
    if (caller.abilities.has(access.ability)) return;
    if (access.kind === 'source' && caller.abilities.has('deliver-records')) return;
    await gate.recordRefusal(caller, { ...refusal, reason: 'role-needed' });
    throw await roleNeeded(caller, [access.ability], caller.partnerId, gate);
  }
  const partnerId = asked.params.partnerId ?? '';
  const belongs = caller.partnerId === partnerId;
  if (!belongs && !(caller.abilities.has('network') && (await gate.partnerExists(partnerId)))) {
    await gate.recordRefusal(caller, { ...refusal, reason: 'wrong-partner' });
    throw notFound();
  }
  const { abilities } = access;
  if (abilities.length === 0 || abilities.some((ability) => caller.abilities.has(ability))) {
    if (!belongs && route.method !== 'GET' && (await gate.isTakenOver(partnerId))) {
      throw conflict('company-taken-over', 'The company has become part of another one.', {
        detail: 'Nothing was changed: its history can be read. Do it at the company that goes on.',
      });
    }
    // What is written leaves an entry of its own.
    const path = asked.path.split('?')[0]!;
    if (!belongs && route.method === 'GET') {
      await gate.recordVisit(caller, { partnerId, path, requestId: asked.requestId });
    }
    return;
  }
  await gate.recordRefusal(caller, { ...refusal, reason: 'role-needed' });
  throw await roleNeeded(caller, abilities, partnerId, gate);
}

/** Somebody of the network is told who can help in the company that was asked about. */
async function roleNeeded(
  caller: Caller,
  abilities: readonly Ability[],
  partnerId: string | null,
  gate: Gate,
) {
  const roles = [...new Set(abilities.flatMap((ability) => rolesWith(ability)))];
  // Network roles hold abilities too, but nobody in a company can be given one.
  const withinCompany = roles.filter((role) => role !== 'programme-operator' && role !== 'programme-support');
  const needed = caller.partnerId === null ? roles : withinCompany.length > 0 ? withinCompany : roles;
  const holders = partnerId === null ? [] : await gate.holders(partnerId, needed);
  return forbidden([...needed], holders);
}

/** Throws the same refusal as the pipeline, for abilities that depend on what is in the request. */
export async function requireAbility(
  caller: Caller,
  ability: Ability,
  partnerId: string,
  gate: Gate,
): Promise<void> {
  if (!caller.abilities.has(ability)) throw await roleNeeded(caller, [ability], partnerId, gate);
}
