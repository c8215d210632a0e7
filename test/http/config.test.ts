import { expect, it } from 'vitest';
import { mailDelivery, readConfig } from '../../src/config.ts';

it('takes the documented defaults from an empty environment', () => {
  const result = readConfig({}, '/srv/jalon');
  expect(result).toEqual({
    kind: 'config',
    config: {
      databaseUrl: null,
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/srv/jalon/data',
      demo: true,
      baseUrl: 'http://localhost:3000',
      baseUrlStated: false,
      secret: null,
      logLevel: 'info',
      smtpUrl: null,
      mailFrom: 'Jalon <jalon@localhost>',
    },
  });
});

it.each([
  [{ JALON_DATTA: 'x' }, 'JALON_DATTA'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: 'http' }, 'PORT'],
  [{ JALON_DEMO: 'yes' }, 'JALON_DEMO'],
  [{ JALON_BASE_URL: 'jalon.example' }, 'JALON_BASE_URL'],
  [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
  [{ JALON_SECRET: 'short' }, 'JALON_SECRET'],
  [{ HOST: '0.0.0.0' }, 'JALON_SECRET'],
])('stops at %o and names the variable', (environment, variable) => {
  const result = readConfig(environment, '/');
  expect(result.kind).toBe('bad-config');
  if (result.kind === 'bad-config') expect(result.problems.join('\n')).toContain(variable);
});

it('never repeats a secret value in its message', () => {
  const result = readConfig({ JALON_SECRET: 'hunter2', DATABASE_URL: 'mysql://u:hunter3@h/x' }, '/');
  expect(JSON.stringify(result)).not.toMatch(/hunter[23]/);
});

it('accepts a public address together with a secret', () => {
  const result = readConfig({ HOST: '0.0.0.0', JALON_SECRET: 'x'.repeat(32), PORT: '8080' }, '/');
  expect(result.kind).toBe('config');
});

it.each([
  ['smtp', { SMTP_URL: 'smtps://user:pass@mail.example.org' }],
  ['outbox', {}],
  ['none', { JALON_DEMO: '0' }],
  ['none', { DATABASE_URL: 'postgres://localhost/jalon' }],
] as const)('sends mails to: %s', (delivery, environment) => {
  const result = readConfig(environment, '/srv');
  expect(result.kind === 'config' && mailDelivery(result.config)).toBe(delivery);
});
