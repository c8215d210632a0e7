import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LocaleSchema } from '../contract/common.ts';
import { parseDay } from '../domain/time/day.ts';
import { parseKnownBound } from '../domain/time/instant.ts';
import { CommandFailure } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses the arguments of one command; an unknown option or a missing value ends it with exit code 2. */
export function parseOptions<T extends Options>(
  args: string[],
  options: T,
  positionals: readonly string[] = [],
) {
  let parsed: ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // The parser's own sentences name the option; the part about `--` would only confuse here.
    throw new CommandFailure((error as Error).message.split('. To specify')[0]!);
  }
  if (parsed.positionals.length < positionals.length) {
    throw new CommandFailure(`${positionals[parsed.positionals.length]} is missing.`);
  }
  if (parsed.positionals.length > positionals.length) {
    throw new CommandFailure(`"${parsed.positionals[positionals.length]}" is one argument too many.`);
  }
  return parsed;
}

export function required(value: string | boolean | undefined, name: string): string {
  if (typeof value !== 'string' || value === '') throw new CommandFailure(`${name} is required.`);
  return value;
}

export function optionalDay(value: string | undefined, name: string): string | null {
  if (value === undefined) return null;
  if (parseDay(value) === null) throw new CommandFailure(`${name} "${value}" is not a day (YYYY-MM-DD).`);
  return value;
}

/** A day or an RFC 3339 instant, as `--known-at` takes it. */
export function optionalTime(value: string | undefined, name: string): string | undefined {
  if (value !== undefined && parseKnownBound(value) === null)
    throw new CommandFailure(`${name} "${value}" is not a day (YYYY-MM-DD) or an RFC 3339 instant.`);
  return value;
}

export function localeOption(value: string | undefined): 'fr' | 'en' {
  if (value === undefined) return 'en';
  const locale = LocaleSchema.safeParse(value);
  if (!locale.success) throw new CommandFailure(`--lang "${value}" is not a language. Use fr or en.`);
  return locale.data;
}
