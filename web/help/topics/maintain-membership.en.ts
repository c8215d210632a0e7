import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const maintainMembershipEn: HelpTopic = {
  title: 'Keep and renew a membership',
  summary: 'How long what was earned is kept, when it is at risk, and in which days it is renewed.',
  keywords: [
    'renewal',
    'anniversary',
    'grace',
    'lapsed',
    'at risk',
    'window',
    'PMC',
    'reminder',
    'notice',
    'state',
  ],
  appliesTo: 'Programmes that sell memberships',
  sections: [
    {
      anchor: 'states',
      title: 'The states of a level',
      blocks: [
        list(
          '{lifecycle.started}: something has been achieved towards it.',
          '{lifecycle.qualified}: the requirements are met, and the membership is not bought.',
          '{lifecycle.active}: met and bought. It stays so until the year ends.',
          '{lifecycle.atRisk}: it is not met any more, or will not be at the anniversary, by what is known.',
          '{lifecycle.inGrace}: the anniversary has passed, and the membership can still be renewed.',
          '{lifecycle.lapsed}: the membership was not renewed, or the level was not met at the renewal.',
        ),
        paragraph(
          'States are computed from the facts and never typed in. The page of each competency tells every change with its day and its cause.',
        ),
      ],
    },
    {
      anchor: 'risk',
      title: 'What is at risk, and what to do',
      blocks: [
        paragraph(
          '[{nav.risk}](page:risk) ranks the levels that are met or held. What would be lost before its anniversary, or is lost already, comes first; then what hangs on it decides: the membership that no other competency keeps, the rank of the level, the levels that ask for it.',
        ),
        list(
          'The day of the loss comes from what is known: expiries, planned departures, changes of the rules. Performance figures are taken not to change.',
          'The repair names what would be enough by itself, the least costly first: link an account, renew a certificate, obtain one.',
          'Certificates that expire before the anniversary are listed with the day from which they can be renewed.',
          'A level at risk stays shown until the year of membership ends.',
        ),
      ],
    },
    {
      anchor: 'renew',
      title: 'Renewing',
      blocks: [
        paragraph(
          'A membership lasts 365 days. In Partner Center it is renewed from the day after the anniversary through the thirtieth; in PMC, from 90 days before the anniversary through the anniversary. The next anniversary is 365 days after the old one.',
        ),
        steps(
          'Three months before the anniversary, check the [{nav.skillsReport}](page:skills-report) as of that day.',
          'In the window, open [{nav.membership}](page:membership) and choose {membership.act.renewal}.',
          'The requirements are checked. When the level is no longer met, the gap is shown, and the highest level that is met can be renewed instead.',
        ),
        note('Without a renewal by the last day of the window the benefits and the competencies are lost.'),
      ],
    },
    {
      anchor: 'transfers',
      title: 'Transfers that the operator confirms',
      blocks: [
        paragraph(
          'The operator of the programme finds the transfers that are awaited under {nav.payments}, and confirms those that have arrived with the reference of the bank. The company is a member from then on. A renewal by transfer must arrive before the window closes.',
        ),
        paragraph(
          'A transfer for an order that was cancelled, has expired or is paid already goes back: the operator notes it there and says when the money was sent.',
        ),
      ],
    },
    {
      anchor: 'network',
      title: 'The network, for operators and support',
      blocks: [
        paragraph(
          '[{networkRisk.title}](page:network-risk) lists the companies with a level at risk, the first loss first, and those that have lost or gained a level by the last change of the rules. When the rules change, all companies are looked at again in the background; the page tells how far that is. A company whose pages are opened, or for which {networkRisk.again} is pressed, is computed at once.',
        ),
        paragraph(
          'A company at which the work fails is named with the reason, and stops no other. It is tried again every hour.',
        ),
      ],
    },
    {
      anchor: 'rules',
      title: 'Changing the rules, for operators',
      blocks: [
        paragraph(
          '[{catalogue.title}](page:catalogue) shows the rules in force of each programme. {catalogue.begin} copies their files; {catalogue.tab.files} is where they are changed, and each change is checked with its examples. {catalogue.tab.changes} puts old and new rules side by side in words.',
        ),
        paragraph(
          '{catalogue.rehearsal.begin} tries the draft out on every company in the background: who loses or gains which level, on which day, and until when a membership holds it all the same. The list of the companies to tell is a file. A draft can only be published once it has been rehearsed against the rules in force.',
        ),
        paragraph(
          'Rules that are published hold on every server some seconds later, or from the day that was chosen. Whoever has bought a level keeps it until the anniversary. {catalogue.rollBack} puts earlier rules in force again.',
        ),
      ],
    },
    {
      anchor: 'microsoft-learn',
      title: 'Titles, retirements and renewals of Microsoft Learn',
      blocks: [
        paragraph(
          '{learn.open}, on [{catalogue.title}](page:catalogue), compares a catalogue file of Microsoft Learn with the skills that the programme names. Choose whether titles, retirements or renewals are taken; the page shows each difference, before and after, and nothing is kept before {learn.draft} is pressed.',
        ),
        list(
          'The draft holds exactly these differences, with the file as their source, and is checked, rehearsed and published like every draft.',
          'Skills of the file that the programme does not name are listed and not used. A renewal that the rules of the programme do not know is left out and named.',
          'If an example of the programme has another outcome by the new days, the page says which before the draft is made.',
        ),
      ],
    },
    {
      anchor: 'calendar',
      title: 'Calendar',
      blocks: [
        paragraph(
          '[{calendar.title}](page:calendar) gathers what is already known of the next twelve months: anniversaries, days in which to renew, levels that will be lost and why, certificates that expire, skills that retire, exemptions that end, orders to pay. Every line leads to the page that says more.',
        ),
        paragraph(
          'But for anniversaries and lost levels, the day shown is the last one on which a thing still holds. Who may not read names sees how many certificates expire each day.',
        ),
        paragraph(
          'With a link from that page your own calendar (Outlook, Google Calendar and others) shows the same days. The link is secret, shown once, and can be ended or replaced at any time; it shows what its owner may see when it is read, and ends with the access of its owner.',
        ),
      ],
    },
    {
      anchor: 'notices',
      title: 'Notices and tasks',
      blocks: [
        paragraph(
          'The bell at the top of every page counts what is new. [{notices.title}](page:notices) tells when a level is at risk, why, and what repairs it at the least cost, tells when the risk is over, reminds of anniversaries 90 and 15 days before and 23 days after, and warns 90, 60, 30 and 7 days before a certificate expires.',
        ),
        paragraph(
          'Three months before each anniversary a task asks you to check the skills report as of that day. It stays open until somebody marks it as done; then it is done for everybody who was given it.',
        ),
        list(
          'Under [{noticeSettings.title}](page:notice-settings) everybody chooses which notices come by e-mail as well: at once, or in a digest of the day or of the week.',
          'Administrators choose there which roles are told of the affairs of the company.',
          'Dangers, losses, reminders of anniversaries and orders are always sent. Every other e-mail carries a link that stops it.',
        ),
      ],
    },
  ],
  nextSteps: ['[Open the membership](page:membership)', '[Follow the competencies](page:competencies)'],
};
