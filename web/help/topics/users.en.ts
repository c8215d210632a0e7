import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const usersEn: HelpTopic = {
  title: 'Users',
  summary: 'Let your colleagues in, keep their accounts up to date, let them leave without losing anything.',
  keywords: [
    'account',
    'add',
    'import',
    'departure',
    'disable',
    'delete',
    'password',
    'PMC',
    'SCIM',
    'directory',
  ],
  appliesTo: 'Partner Center, account settings',
  sections: [
    {
      anchor: 'list',
      title: 'The list of users',
      blocks: [
        paragraph(
          'The page [{nav.users}](page:users) shows everybody with roles, learning account and last sign-in. Open a row to change it; the name is a link, which Ctrl and a click open in another tab.',
        ),
        paragraph(
          'You can give only roles that you hold, and act only on people who hold no others. A global admin can give everything.',
        ),
        note('There is always an active global admin: the last one can neither leave nor be disabled.'),
      ],
    },
    {
      anchor: 'report',
      title: 'The users report',
      blocks: [
        paragraph(
          '[{usersReport.export}](page:users-report) gives one row for each person: status, roles, last sign-in, access to Partner University, associated Microsoft Learning account, its MCID and its address.',
        ),
        list(
          'The same rows on the screen and in the file: XLSX, CSV or TSV, with your filters and your columns.',
          'An address other than the work address hinders nothing: it is only shown.',
          'Attach this report to a request for support about a missing skill.',
        ),
      ],
    },
    {
      anchor: 'departures',
      title: 'Try out departures',
      blocks: [
        paragraph(
          'Before a departure is recorded, the page [{departures.title}](page:departures) says what it would cost: choose one or more people and the first day without them.',
        ),
        list(
          'The levels that are lost that day, then those that would be lost earlier than expected within twelve months.',
          'The day on which each would be lost without these departures.',
          'The actions of which a single one keeps the level, and who can do them.',
        ),
        paragraph('Nothing is recorded, and nobody is told.'),
      ],
    },
    {
      anchor: 'add',
      title: 'Add a person',
      blocks: [
        steps(
          'Open [{people.add}](page:add-user) and give name, address, language and, where needed, roles.',
          'The person is sent a link by e-mail to choose a password; it works for seven days, once.',
          'The temporary password is shown once: pass it on yourself if the e-mail does not arrive. {people.firstSignIn.log} keeps a copy.',
        ),
        paragraph(
          'The e-mail has not arrived? Open the person in the list: {people.send} sends a new one, and the earlier one stops working.',
        ),
        paragraph(
          'The address of somebody who left stays his or hers. If the person returns, enable the account; if the address goes to somebody else, change that of the account that left first.',
        ),
      ],
    },
    {
      anchor: 'add-many',
      title: 'Add several people',
      blocks: [
        steps(
          'Drop the file on the page [{users.addFromPmc}](page:add-users), which also tells what it holds.',
          'Read what would be done, line by line, then apply.',
          'Choose {import.log.signIns}: this download is the only one with the temporary passwords, for the person who imported only, for 24 hours.',
        ),
        paragraph(
          'The same file can be sent again: nothing changes for people who are there already. A file adds roles and never takes any away.',
        ),
      ],
    },
    {
      anchor: 'leave',
      title: 'Departures, disabled accounts, deletion',
      blocks: [
        list(
          'Leaving: from the given day on the person does not sign in and does not count. The day may lie ahead. History stays.',
          'Disabling: sign-in and counting end at once, and go on when the account is enabled.',
          'Deleting: name and address are erased for good, and associations end.',
        ),
        paragraph(
          'Before each of these the page shows what would stop counting, and the levels that are lost.',
        ),
      ],
    },
    {
      anchor: 'directory',
      title: 'Users from the directory',
      blocks: [
        list(
          'Under [{provisioning.title}](page:provisioning) the company makes a token, which is shown once and expires; with it the directory sends its people.',
          'Whoever the directory disables stops signing in and counting at that instant. The last global admin stays.',
          'A group gives its members a role only when an administrator says so on that page.',
        ),
      ],
    },
    {
      anchor: 'password',
      title: 'Sign-in and passwords',
      blocks: [
        list(
          'A password has at least twelve characters; a sentence does very well.',
          'The user name is the work e-mail. To change it, open the person, choose {people.edit} and correct the address: history and associations stay.',
          '{people.reset}: the earlier password stops working, sessions end, a temporary password is shown once.',
          '{password.forgotten}: the link on the sign-in page sends an e-mail if the company allows it, under [{signInSettings.title}](page:sign-in-settings).',
        ),
        paragraph(
          '{idp.title}: on the same page the global admin adds the provider of the company’s work accounts, then registers the redirect address there. An e-mail address alone opens no account: each person links his or her own, or gets it with the link for the first sign-in.',
        ),
      ],
    },
    {
      anchor: 'mails',
      title: 'E-mails that were sent',
      blocks: [
        paragraph(
          'The page [{outbox.title.mails}](page:outbox) shows each e-mail of the company with its state. One that did not go carries the answer of the server; it is tried again for about a day, or at once with {outbox.again}.',
        ),
        paragraph(
          'What an e-mail says is not kept once it has gone. Only a demo keeps it, so that it can be read.',
        ),
      ],
    },
  ],
  nextSteps: ['[{people.add}](page:add-user)', '[See who holds which role](page:roles)'],
};
