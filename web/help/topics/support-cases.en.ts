import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const supportCasesEn: HelpTopic = {
  title: 'Cases with support',
  summary:
    'Bring a missing skill, accounts to merge or a disputed skill before support, and follow the answer.',
  keywords: ['case', 'support', 'missing skill', 'proof', 'transcript', 'certificate', 'ticket', 'dispute'],
  appliesTo: 'Partner Center',
  sections: [
    {
      anchor: 'open',
      title: 'Open a case',
      blocks: [
        steps(
          'Choose [{cases.new}](page:new-case), what it is about, and the person concerned.',
          'Say what is missing and since when. The users report, the skills report of today and the profile of the person go along by themselves.',
          'Choose {cases.form.open}, then add the proofs: the official transcript or the certificate of the course, as PNG, JPEG or PDF.',
        ),
        paragraph(
          'While the source still has time to tell, no case can be opened: the form says until which date and hour. It also says when a case would not help. The day on which the skill was achieved counts: the delay begins at its end.',
        ),
        paragraph(
          'What only the provider can correct is asked for there: the form and the case lead to the right place.',
        ),
        note(
          'A source that the programme does not recognise is said at once: the case can be opened, the skill will not count.',
        ),
      ],
    },
    {
      anchor: 'ask',
      title: 'Without the role',
      blocks: [
        paragraph(
          'Anybody can ask on the same page: the administrators of the company get an e-mail and decide. Nothing goes to support before one of them chooses {cases.asked.open}.',
        ),
      ],
    },
    {
      anchor: 'follow',
      title: 'Follow a case',
      blocks: [
        paragraph(
          'The page [{cases.title}](page:cases) shows who has to answer and by when. Every answer is told by e-mail; what was written stays on the page.',
        ),
        list(
          '{cases.state.open}: support answers within five days.',
          '{cases.state.waiting}: support waits for you.',
          '{cases.act.withdrawn}: when it has settled itself.',
        ),
      ],
    },
    {
      anchor: 'who-reads',
      title: 'Who reads what',
      blocks: [
        paragraph(
          'Administrators of the company and support read the case. Files that show skills are opened only by roles that may read the skills report, and by support. Files are kept encrypted, and every opening stands in the audit trail.',
        ),
        paragraph(
          'When a person is erased, what was written and sent in the cases about him or her goes too; an open case is taken back.',
        ),
      ],
    },
  ],
  nextSteps: ['[Associate a learning account](link-learning-account)', '[Open {cases.title}](page:cases)'],
};
