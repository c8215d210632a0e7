import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';

/** Secrets never reach a log: neither what browsers send nor what the server sets. */
const REDACTED = [
  'password',
  '*.password',
  'token',
  '*.token',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/** What is told of an error of the database: never a value of a row. */
const OF_DATABASE = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/**
 * The database quotes the values that it refuses, in its message too, and they are often names and addresses. Code, place
 * and the way through the program are enough to find the mistake.
 */
function withoutPeople(error: Error): object {
  const told = stdSerializers.err(error) as unknown as Record<string, unknown>;
  if (typeof told.severity !== 'string' || typeof told.code !== 'string') return told;
  const way = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const known = OF_DATABASE.filter((name) => told[name] !== undefined).map((name) => [name, told[name]]);
  return { type: told.type, ...Object.fromEntries(known), stack: way.join('\n') };
}

/** JSON, one line an event, each line of a request with its id (`reqId`), which answers carry as `instance`. */
export function logger(level: NonNullable<LoggerOptions['level']>, sink: DestinationStream): Logger {
  return pino(
    {
      level,
      redact: { paths: REDACTED, censor: '[secret]' },
      serializers: { err: withoutPeople, error: withoutPeople },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    sink,
  );
}
