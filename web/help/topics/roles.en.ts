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
          'Sign in with the address and password of your work account.',
          'After several failures wait a few minutes: the page tells how many.',
          'At the first sign-in a one-time link lets you choose your password. It is valid for seven days; after that, ask your administrator for another. For a forgotten password see [Sign-in and passwords](users#password).',
        ),
      ],
    },
  ],
  nextSteps: ['[See who holds which role](page:roles)', '[Open {nav.profile}](page:profile)'],
};
