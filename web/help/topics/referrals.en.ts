import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const referralsEn: HelpTopic = {
  title: 'Business profile and enquiries of customers',
  summary:
    'Show your competencies to customers, be found in the directory, receive enquiries and follow them.',
  keywords: [
    'referrals',
    'business profile',
    'directory',
    'credential',
    'Open Badges',
    'customers',
    'leads',
    'logo',
    'publish',
  ],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'profile',
      title: 'Publish the business profile',
      blocks: [
        paragraph(
          'The page [{businessProfile.title}](page:business-profile) holds what your customers see: a line and a presentation in French and in English, the logo, the locations, the languages, and the competencies.',
        ),
        steps(
          'Write at least a line about what the company does, then {businessProfile.save}.',
          '{businessProfile.preview}: you see the page as your customers will, before they do.',
          '{businessProfile.publish}: the page becomes public and the company enters the directory.',
        ),
        paragraph(
          'As long as the profile is not published its address leads nowhere for visitors, and search engines do not list it. {businessProfile.withdraw} takes it away at once; your texts are kept.',
        ),
        paragraph(
          'The operator of the programme can suspend a profile that misleads customers. The page then says since when and why, your texts are kept, and only the operator lets it be seen again.',
        ),
      ],
    },
    {
      anchor: 'levels',
      title: 'Which competencies are shown',
      blocks: [
        list(
          'With the silver membership, every competency that meets silver.',
          'With the gold membership, those at silver and those at gold.',
          'A competency that meets gold only waits until the gold membership is bought.',
        ),
        paragraph(
          'A competency stays shown until the year of membership ends, even when it is at risk. The list is worked out every day: nobody can add a level by hand.',
        ),
      ],
    },
    {
      anchor: 'credentials',
      title: 'Credentials that can be verified',
      blocks: [
        paragraph(
          'Each competency shown has a signed credential in the format Open Badges 3.0. A customer opens it from your profile, or pastes the one that you gave, and sees whether it is genuine and still true.',
        ),
        paragraph(
          'A credential is valid for seven days at most: give the address of your profile rather than a copy. A level that is lost is declared revoked the same day.',
        ),
      ],
    },
    {
      anchor: 'directory',
      title: 'The directory',
      blocks: [
        paragraph(
          'Published profiles are found by competency, level, country, language and words. A company that loses a level is no longer found by it.',
        ),
      ],
    },
    {
      anchor: 'inbox',
      title: 'Follow the enquiries',
      blocks: [
        paragraph(
          'A customer writes to you from your page. The enquiry arrives in [{referrals.title}](page:referrals), and the people you have chosen are told by e-mail, without the message and without who wrote it.',
        ),
        list(
          '{referrals.state.new}: nobody has answered yet.',
          '{referrals.state.inContact}: somebody looks after it.',
          '{referrals.state.won} or {referrals.state.lost}: the exchange has ended.',
          '{referrals.state.spam}: what looks sent by a program is put aside; one click puts it back with the others.',
        ),
        paragraph('Each change and each note carries who made it and when.'),
        note('Answer from your own mail: the portal never writes to the address that a visitor gave.'),
      ],
    },
    {
      anchor: 'retention',
      title: 'How long the data are kept',
      blocks: [
        list(
          'Spam: 30 days, then all of it is deleted.',
          'Enquiries won or lost: one year after the last change.',
          'Other enquiries: two years after the last change.',
        ),
        paragraph(
          'Then the name, the contact, the message and the notes are deleted; the date, the competency and the state stay. Each enquiry shows the day on which it is deleted; {referrals.erase} does it at once, when whoever wrote asks for it.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open the business profile](page:business-profile)',
    '[Read the enquiries of customers](page:referrals)',
  ],
};
