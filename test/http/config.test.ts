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
      identityProviders: { work: null, learning: null },
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
  [{ OIDC_ISSUER: 'login.example.org' }, 'OIDC_ISSUER'],
  [{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_CLIENT_ID'],
  [{ OIDC_CLIENT_ID: 'jalon' }, 'OIDC_ISSUER'],
  [{ OIDC_ISSUER: 'http://login.example.org', OIDC_CLIENT_ID: 'jalon' }, 'OIDC_ISSUER'],
  [{ JALON_DEMO: '0', OIDC_ISSUER: 'http://localhost:9', OIDC_CLIENT_ID: 'jalon' }, 'OIDC_ISSUER'],
  [{ OIDC_LEARNING_CLIENT_SECRET: 's3cret' }, 'OIDC_LEARNING_ISSUER'],
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

it('knows both identity providers of the installation', () => {
  const environment = {
    OIDC_ISSUER: 'https://login.example.org/tenant',
    OIDC_CLIENT_ID: 'jalon',
    OIDC_CLIENT_SECRET: 's3cret',
    OIDC_LEARNING_ISSUER: 'https://learn.example.org',
    OIDC_LEARNING_CLIENT_ID: 'jalon-learning',
    OIDC_LEARNING_NAME: 'Learn',
  };
  const result = readConfig(environment, '/srv');
  expect(result.kind === 'config' && result.config.identityProviders).toEqual({
    work: {
      key: 'work',
      name: 'login.example.org',
      issuer: 'https://login.example.org/tenant',
      clientId: 'jalon',
      clientSecret: 's3cret',
    },
    learning: {
      key: 'learning',
      name: 'Learn',
      issuer: 'https://learn.example.org',
      clientId: 'jalon-learning',
      clientSecret: null,
    },
  });
});
