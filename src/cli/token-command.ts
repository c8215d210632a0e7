import { PARTNER_ROLES } from '../contract/roles.ts';
import { newApiToken } from '../features/setup/api-token.ts';
import { parsePartnerId } from '../store/partner-id.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { parseOptions, required } from './options.ts';

export async function tokenCreateCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  const { values } = parseOptions(args, {
    partner: { type: 'string' },
    role: { type: 'string' },
    operator: { type: 'boolean' },
    label: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (values.operator && (values.partner !== undefined || values.role !== undefined)) {
    throw new CommandFailure('--operator stands alone: the token is of the network, not of a company.');
  }
  const role = values.operator
    ? ('programme-operator' as const)
    : PARTNER_ROLES.find((each) => each === required(values.role, '--role'));
  if (role === undefined) {
    throw new CommandFailure(`--role "${values.role}" is not one of ${PARTNER_ROLES.join(', ')}.`);
  }
  const partnerId = values.operator ? null : parsePartnerId(required(values.partner, '--partner'));
  return withJalon(context, async ({ services }) => {
    if (!values.operator && (partnerId === null || !(await services.gate.partnerExists(partnerId)))) {
      throw new CommandFailure(`There is no partner "${values.partner}".`);
    }
    const made = await newApiToken(services, { partnerId, role, label: values.label ?? null });
    io.stdout.write(values.json ? `${JSON.stringify(made)}\n` : `${made.token}\n`);
    if (!values.json) io.stderr.write('The token is shown this once; only its hash is kept.\n');
    return 0;
  });
}
