import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const linkLearningAccountEn: HelpTopic = {
  title: 'Associate a learning account',
  summary: 'The three steps, what the company sees, and how to dissociate.',
  keywords: [
    'associate',
    'dissociate',
    'Microsoft Learning',
    'Partner University',
    'different e-mail',
    'transcript',
    'share link',
    'code',
    'MCID',
    'two accounts',
    'merge',
    'refused',
  ],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'profile',
      title: 'My profile',
      blocks: [
        paragraph(
          '[{nav.profile}](page:profile) at the top right shows the state of each account, since when it is associated, its address and the next possible change. Below is the history.',
        ),
      ],
    },
    {
      anchor: 'steps',
      title: 'Associate',
      blocks: [
        steps(
          'In [{nav.profile}](page:profile) choose {learning.associate} on the card you want. Read what the company will see.',
          'Sign in with the learning account. If you signed in here more than ten minutes ago, Jalon first asks you to confirm that it is you.',
          'Check the account that was found, its address and what will happen, then choose {associate.confirm.yes}. Nothing is associated before.',
        ),
      ],
    },
    {
      anchor: 'sees',
      title: 'What the company sees',
      blocks: [
        paragraph(
          'Your administrators see the id and the address of the account, and your skills with their dates. They see neither your password nor your other data.',
        ),
      ],
    },
    {
      anchor: 'transcript',
      title: 'Without signing in: by the transcript',
      blocks: [
        steps(
          'On Microsoft Learn, share your transcript with your contact e-mail and copy the share link.',
          'Paste it under {transcript.title}, then choose {transcript.go}.',
          'Enter the code that was sent to the contact e-mail of the transcript. It is valid for a quarter of an hour; if it does not arrive, look among the junk mail, or start again.',
        ),
      ],
    },
    {
      anchor: 'refused',
      title: 'The association is refused',
      blocks: [
        list(
          'Too soon, or too often: the date of the next possible change is given. Read [the limits](one-company#limits).',
          'Another account is associated already: dissociate it first, if it is not the right one.',
          'Too much time has passed: what was found is kept for a quarter of an hour. Start again.',
          'It was not your account: nothing is associated before you confirm. Start again and choose the right one.',
        ),
      ],
    },
    {
      anchor: 'other-email',
      title: 'Another address',
      blocks: [
        paragraph(
          'The address of the account may differ from your work e-mail. Both are shown and the association works; only check that the account is yours. An address alone never associates anything.',
        ),
      ],
    },
    {
      anchor: 'two-accounts',
      title: 'Two accounts',
      blocks: [
        paragraph(
          'Your skills are spread over two accounts (two MCIDs)? Share the transcript of the other account, as [above](link-learning-account#transcript). What it says is kept, and merging the two accounts is proposed to support. Your association stays; after the merge everything counts together.',
        ),
      ],
    },
    {
      anchor: 'merges',
      title: 'Merge accounts (operator and support)',
      blocks: [
        paragraph(
          '[{merges.title}](page:account-merges) proposes the accounts of one person: the same person has associated both, they carry the same certificate or the same address, or a transcript names another account than the associated one.',
        ),
        steps(
          'Choose {merges.decide}: every company concerned is named, with the rows of its report and the levels that change. Nothing has changed yet.',
          'Give the reason, then choose {merges.dialog.merge}. The reports show it at once.',
          'Under {merges.show.merged}, {merges.undo} shows the opposite effect and restores the reports as they were.',
        ),
      ],
    },
    {
      anchor: 'end',
      title: 'Dissociate',
      blocks: [
        paragraph(
          '{learning.dissociate} first shows what stops counting and when the account can be associated again. You alone can do it; an administrator can only end the association of somebody who has left.',
        ),
      ],
    },
  ],
  nextSteps: ['[One company at a time](one-company)', '[Open {nav.profile}](page:profile)'],
};
