import type { identityProviders as french } from '../fr/identity-providers.ts';

/** Where the people of the company have their work accounts. */
export const identityProviders: Record<keyof typeof french, string> = {
  'idp.title': 'Identity providers',
  'idp.lead':
    'Where your colleagues have their work accounts. With a provider they sign in without a password of Jalon.',
  'idp.empty': 'No identity provider',
  'idp.empty.text':
    'Your colleagues sign in with a password or a passkey. Add the provider of your company (Microsoft Entra ID or another OpenID Connect provider) and they use their work account.',
  'idp.add': 'Add a provider',
  'idp.add.submit': 'Add',
  'idp.edit': 'Edit',
  'idp.save': 'Save',
  'idp.kind': 'Kind of provider',
  'idp.kind.own': 'Provider of the company (OpenID Connect)',
  'idp.kind.directory': 'Directory at the provider of the installation',
  'idp.name': 'Name shown at sign-in',
  'idp.issuer': 'Issuer',
  'idp.issuer.hint': 'The https address of the provider, as its tokens name it.',
  'idp.issuer.bad': 'Give a whole address, such as https://login.example.com/.',
  'idp.issuer.notAllowed':
    'This address cannot be that of an identity provider: it takes a public name and https.',
  'idp.issuer.installation': 'Provider of the installation',
  'idp.directory': 'Directory id (tenant)',
  'idp.directory.hint': 'Needed with a provider that serves many directories, such as Microsoft.',
  'idp.directory.needed': 'This provider serves many directories: name yours.',
  'idp.directory.taken': 'This directory belongs to a company already.',
  'idp.clientId': 'Application id (client)',
  'idp.clientSecret': 'Application secret',
  'idp.clientSecret.hint': 'It is never shown again. Leave it empty if the application has none.',
  'idp.clientSecret.keep': 'Leave it empty to keep the present secret.',
  'idp.domains': 'Mail domains',
  'idp.domains.hint':
    'Separated by commas. The provider is offered to whoever enters an address of one of these domains.',
  'idp.domains.bad': 'Not a domain: {domain}. Write example.com, without “@”.',
  'idp.domains.tooMany': 'Twenty domains at most.',
  'idp.domains.none': 'None',
  'idp.jit': 'Create the user at the first sign-in',
  'idp.jit.hint':
    'Whoever has an account at this provider becomes a user without invitation and without a role. With domains, only their addresses are let in.',
  'idp.jit.on': 'Users created at the first sign-in',
  'idp.jit.off': 'By invitation',
  'idp.newcomers': 'Newcomers',
  'idp.redirect': 'Redirect address',
  'idp.redirect.hint': 'To be registered with the provider.',
  'idp.copy': 'Copy the redirect address of {name}',
  'idp.copied': 'Address copied',
  'idp.added':
    '{name} is added. Now register its redirect address with the provider: without it nobody can sign in by it.',
  'idp.remove': 'Remove',
  'idp.remove.effect':
    'Nobody signs in by {name} from this moment on. Whoever has no other way in will need a sign-in reset. The users stay.',
  'idp.editOne': 'Edit {name}',
  'idp.problem.gone': 'This provider has been removed meanwhile. Load the page again.',
  'idp.problem.role':
    'Only a programme operator can say which company a directory of the installation belongs to.',
  'idp.problem.other': 'It did not work; nothing was changed. Try again (code “{code}”).',
};
