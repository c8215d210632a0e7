import { COUNTRY_FORM, EMAIL_FORM } from '../contract/forms.ts';
import { personOf } from '../features/setup/invitations.ts';
import { setUp } from '../features/setup/set-up.ts';
import { parsePartnerId } from '../store/partner-id.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, type OpenJalon, withJalon } from './jalon.ts';
import { parseOptions, required } from './options.ts';

function emailOption(value: string | undefined, name: string): string {
  const email = required(value, name).trim();
  if (!EMAIL_FORM.test(email)) throw new CommandFailure(`${name} "${email}" is not an e-mail address.`);
  return email;
}

const MARKETS = ['developed', 'developing'] as const;

function marketOption(value: string | undefined): (typeof MARKETS)[number] | null {
  const market = MARKETS.find((each) => each === value);
  if (value !== undefined && market === undefined)
    throw new CommandFailure(`--market "${value}" is not one of ${MARKETS.join(', ')}.`);
  return market ?? null;
}

export async function setupCommand(args: string[], io: CommandIo, context: CommandContext): Promise<number> {
  const { values } = parseOptions(args, {
    partner: { type: 'string' },
    name: { type: 'string' },
    admin: { type: 'string' },
    operator: { type: 'string' },
    country: { type: 'string' },
    market: { type: 'string' },
    'mpn-id': { type: 'string' },
    json: { type: 'boolean' },
  });
  const partnerId = parsePartnerId(required(values.partner, '--partner'));
  if (partnerId === null) {
    throw new CommandFailure(`--partner "${values.partner}" must be lower-case letters, digits and hyphens.`);
  }
  const { country = null, operator } = values;
  if (country !== null && !COUNTRY_FORM.test(country)) {
    throw new CommandFailure(
      `--country "${country}" is not a country code of two capital letters, such as FR.`,
    );
  }
  const order = {
    company: {
      partnerId,
      name: required(values.name, '--name'),
      country,
      market: marketOption(values.market),
      mpnId: values['mpn-id'] ?? null,
    },
    admin: personOf(emailOption(values.admin, '--admin')),
    operator: operator === undefined ? null : personOf(emailOption(operator, '--operator')),
  };
  const baseUrl = await context.baseUrl();
  const work = async ({ services }: OpenJalon): Promise<number> => {
    const result = await setUp(services, order);
    if (result.kind === 'not-empty') throw new CommandFailure('This database already has a company.');
    if (result.kind === 'partner-id-taken') throw new CommandFailure(`--partner "${partnerId}" is reserved.`);
    if (result.kind === 'email-taken') throw new CommandFailure(`${result.email} already belongs to a user.`);
    const links = result.links.map(({ email, role, path }) => ({ email, role, link: `${baseUrl}${path}` }));
    if (values.json) io.stdout.write(`${JSON.stringify({ links })}\n`);
    else {
      io.stdout.write('Each link sets a password once, within 24 hours:\n');
      for (const { email, role, link } of links) io.stdout.write(`  ${email} (${role}): ${link}\n`);
    }
    return 0;
  };
  return withJalon(context, work, 'setup');
}
