import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const pmcUsersEn: HelpTopic = {
  title: 'Users who came from PMC',
  summary: 'What becomes of associations made in PMC, until when they count, whom to chase.',
  keywords: ['PMC', 'move', 'six months', 'chase', 'associate again', 'Partner Membership Center'],
  appliesTo: 'Companies that came from PMC',
  sections: [
    {
      anchor: 'window',
      title: 'Six months after the move',
      blocks: [
        paragraph(
          'An association made in PMC counts for six calendar months after the company has moved to Partner Center, and then no longer. One made in Partner Center has no end.',
        ),
        paragraph(
          'The [{nav.skillsReport}](page:skills-report) has a column for each: {report.column.associatedInPmc} and {report.column.associatedInPartnerCenter}. When rows count through PMC alone, a banner says how many people, until which day, and which levels are lost if nobody acts.',
        ),
        note('Only the person can associate the account: an administrator cannot do it for him or her.'),
      ],
    },
    {
      anchor: 'own-account',
      title: 'If it is your account',
      blocks: [
        paragraph(
          'A card of [{nav.profile}](page:profile) says {learning.onlyPmc}: [associate the same account here](page:associate). It takes two minutes, your skills stay as they are, and they go on counting after the window.',
        ),
      ],
    },
    {
      anchor: 'chase',
      title: 'Whom to chase',
      blocks: [
        paragraph(
          'The [{nav.chaseList}](page:chase-list) shows who is associated in PMC and not in Partner Center. First come people who hold a relevant skill that is valid, in the order of what is lost without them: levels, then skills.',
        ),
        list(
          'A level is lost with a person when it does not hold without him or her, even if everybody else associates.',
          'The others form a second group: nothing is lost, but their next skills would not count.',
          'The list can be downloaded as XLSX, CSV or TSV.',
        ),
      ],
    },
    {
      anchor: 'remind',
      title: 'Asking to associate',
      blocks: [
        steps(
          'Choose {remind.ask} in the list, for one person or for all that the list shows.',
          'Each person receives an e-mail in his or her language with a link to associate the account, one a month at most.',
          'The answer says what became of it for each, and when the next request is possible.',
        ),
        paragraph(
          'The skills report offers the same request for technical users who have associated nothing.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associate my account](page:associate)',
    '[Open the chase list](page:chase-list)',
    '[Read the report](page:skills-report)',
  ],
};
