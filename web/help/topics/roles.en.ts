import { generated, type HelpTopic, list, paragraph } from '../help-topic.ts';

export const rolesEn: HelpTopic = {
  title: 'Roles and permissions',
  summary: 'Who may see and do what, and whom to turn to.',
  keywords: ['administrator', 'viewer', 'permissions', 'access refused', 'password'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'who-may',
      title: 'What each role allows',
      blocks: [
        paragraph(
          'Everyone who signs in sees their own profile and skills, and the competency requirements. The rest depends on the role:',
        ),
        generated('roles'),
      ],
    },
    {
      anchor: 'refused',
      title: 'Access refused',
      blocks: [
        paragraph(
          'The page names the role that is needed and the people in your company who hold it. The full list is under [{nav.users} › {roles.tab}](page:roles).',
        ),
      ],
    },
    {
      anchor: 'personal-data',
      title: 'Personal data',
      blocks: [
        paragraph(
          'Some roles see the figures without the people: names and addresses are then replaced by a stable identifier.',
        ),
      ],
    },
    {
      anchor: 'sign-in',
      title: 'Sign in',
      blocks: [
        list(
          'Sign in with the address and password of your work account, with a passkey, or with the account that your company uses elsewhere (Microsoft Entra ID or another identity provider).',
          'A personal account (Outlook.com, Gmail…) opens no account here: Jalon asks for an account of your company.',
          'After several failures wait a few minutes: the page tells how many.',
          'At the first sign-in a one-time link lets you choose your password. It is valid for seven days; after that, ask your administrator for another. For a forgotten password see [Sign-in and passwords](users#password).',
        ),
      ],
    },
    {
      anchor: 'security',
      title: 'Security of your account',
      blocks: [
        paragraph('Under [{nav.profile} › {security.title}](page:security) you choose how you sign in:'),
        list(
          'A new password ends all your other sessions.',
          'An authenticator app asks for a code after the password. Keep the recovery codes in a safe place: each works once, on the day the telephone is missing.',
          'A passkey replaces the password by your fingerprint, your face or the PIN of your device.',
          'A linked work account signs you in without another password; asking for a second factor is then up to your company.',
          'The list of sessions shows where your account is open; end those that you do not recognise.',
        ),
        paragraph(
          'A change asks you to confirm that it is you when you signed in more than ten minutes ago.',
        ),
      ],
    },
  ],
  nextSteps: ['[See who holds which role](page:roles)', '[Open {nav.profile}](page:profile)'],
};
