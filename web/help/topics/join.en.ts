import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const joinEn: HelpTopic = {
  title: 'Join the programme',
  summary: 'How a company comes to take part, and what happens until then.',
  keywords: ['enrol', 'register', 'sign up', 'not enrolled', 'new company', 'terms'],
  appliesTo: 'Companies that do not take part yet',
  sections: [
    {
      anchor: 'ask',
      title: 'Ask to join',
      blocks: [
        steps(
          'Without an account, open {join.now} on the page of signing in. With one, open [{join.title}](page:join), where the particulars of your company stand already.',
          'Give the legal name, the country and the market; some thresholds depend on the market. A new company also names its first global admin.',
          'Read the terms and accept them for the company, then press {join.send}.',
        ),
        paragraph(
          'The operator of the programme looks at the request, unless companies are taken in at once. A refusal carries a reason, and you may ask again.',
        ),
      ],
    },
    {
      anchor: 'until-then',
      title: 'Until the company takes part',
      blocks: [
        paragraph(
          'The pages about competencies and the reports say that the company does not take part and lead to the request. Everything else works:',
        ),
        list(
          'Users can be added and can associate their learning accounts.',
          'Records arrive and are kept; they count from the day on which the company takes part, as of any day that is asked about.',
          'The [requirements](page:requirements) of every competency can be read.',
        ),
      ],
    },
    {
      anchor: 'afterwards',
      title: 'Afterwards',
      blocks: [
        paragraph(
          'The first global admin receives an e-mail with a link to sign in, adds the other users and gives them their roles.',
        ),
      ],
    },
  ],
  nextSteps: ['[Ask to join](page:join)', '[Add users](users#add)'],
};
