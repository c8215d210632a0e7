import type { setUp as french } from '../fr/set-up.ts';

/** Setting up an empty installation. */
export const setUp: Record<keyof typeof french, string> = {
  'setUp.title': 'Set up Jalon',
  'setUp.lead':
    'This installation is empty. Fill in this page once: you become its operator and create the first company.',
  'setUp.operator': 'You, the operator',
  'setUp.operator.text':
    'You run the installation and see every company. You will sign in with this e-mail and password.',
  'setUp.company': 'The first company',
  'setUp.company.text': 'It is enrolled in the programme at once.',
  'setUp.company.name': 'Company name',
  'setUp.company.id': 'Id in Jalon',
  'setUp.company.id.hint':
    'Lower-case letters, digits and hyphens. It appears in addresses and never changes.',
  'setUp.company.country': 'Country',
  'setUp.company.market': 'Market',
  'setUp.company.market.hint': 'Some thresholds of the programme depend on it.',
  'setUp.company.mpnId': 'MPN id (optional)',
  'setUp.market.developed': 'Developed market',
  'setUp.market.developing': 'Developing market',
  'setUp.admin': 'Its global admin',
  'setUp.admin.text':
    'This person adds users and assigns roles. You will hand over a link for the first sign-in.',
  'setUp.firstName': 'First name',
  'setUp.lastName': 'Last name',
  'setUp.choose': 'Choose…',
  'setUp.submit': 'Set up',
  'setUp.working': 'Setting up…',
  'setUp.check.missing': 'Fill in this field.',
  'setUp.check.email': 'Enter a whole address, for example anna@contoso.example.',
  'setUp.check.sameEmail':
    'Enter another address than your own: the operator and the global admin each have an account.',
  'setUp.check.partnerId':
    'Use only lower-case letters, digits and hyphens, for example contoso; “network” is reserved.',
  'setUp.check.emailTaken': 'This address already belongs to a user. Enter another one.',
  'setUp.check.partnerIdTaken': 'This id is taken. Choose another one.',
  'setUp.check.value': 'This value is not accepted. Correct it.',
  'setUp.refused': 'Nothing was created. Correct the marked fields and try again: the link is still valid.',
  'setUp.failed':
    'Nothing was created (code “{code}”). Try again; if the error comes back, restart the server.',
  'setUp.notValid':
    'This link is no longer valid: it works once, within 24 hours, and only the last one printed counts. As long as the installation is empty, each start of the server prints a new one.',
  'setUp.done.title': 'Jalon is ready',
  'setUp.done.text': 'Give this link to {email}: it sets a password, once, until {until}.',
  'setUp.done.link': 'First sign-in link',
  'setUp.done.once': 'It is shown only now. Copy it before you go on.',
  'setUp.done.copy': 'Copy the link',
  'setUp.done.copied': 'Link copied',
  'setUp.done.enter': 'Enter Jalon',
};
