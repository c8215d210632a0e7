import { type HelpTopic, list, note, paragraph } from '../help-topic.ts';

export const competenciesEn: HelpTopic = {
  title: 'Follow your competencies',
  summary: 'What your company holds, what is within reach and what is about to end.',
  keywords: ['Silver', 'Gold', 'MAPS', 'Action Pack', 'level', 'membership'],
  appliesTo: 'Partner Center, competency programme',
  sections: [
    {
      anchor: 'overview',
      title: 'The overview',
      blocks: [
        paragraph('Three lines sum up where you stand:'),
        list(
          '{overview.hold}: the levels met today;',
          '{overview.end}: what will be lost within twelve months by what is already known, the day and the cause;',
          '{overview.reach}: the levels that are one or two people short.',
        ),
        paragraph(
          'Below, {risk.title} tells for each level the first day on which it will no longer be met and why, how many departures it survives whoever leaves, and the {risk.column.critical}: those whose leaving alone would lose it.',
        ),
        paragraph('Every number leads to the rows behind it.'),
      ],
    },
    {
      anchor: 'progress',
      title: 'The Competencies page',
      blocks: [
        paragraph(
          'Open {nav.mpn}, then {nav.competencies}. Each competency shows the level reached and the nearest one. Gold does not imply Silver: some competencies ask other skills for one than for the other, and some have Gold only.',
        ),
        paragraph(
          'At the top right are {competencies.performanceReport} and {competencies.download}. Where they are greyed, the reason and the people to contact are shown.',
        ),
      ],
    },
    {
      anchor: 'one-competency',
      title: 'One competency in detail',
      blocks: [
        paragraph(
          'A competency is attained by one of its options (attainment paths). Each requirement is headed {competency.basis.skills} (qualified people) or {competency.basis.performance} (revenue, active usage, seats deployed, new customers).',
        ),
        list(
          'A filled seat carries the initials of the person; choose it to see by which skills.',
          'A dashed seat is still empty; choose it to see who is nearest to it, and what is missing.',
          'A faded person meets the condition without being needed: a spare.',
        ),
      ],
    },
    {
      anchor: 'people-once',
      title: 'A person counts once',
      blocks: [
        paragraph(
          'Within a requirement each seat goes to a different person, even one with several skills or accounts. Where two groups of an option need different people, the assignment is always the best one for the company.',
        ),
      ],
    },
    {
      anchor: 'undetermined',
      title: 'Undetermined',
      blocks: [
        paragraph(
          'A figure that was never received is not zero. While it is missing and could change the answer, the answer stays {competency.outcome.undetermined} and names what is missing.',
        ),
      ],
    },
    {
      anchor: 'period',
      title: 'Documented period',
      blocks: [
        note(
          'The rules delivered come from public pages valid until March 2019. For a later date they apply as they are, and {competency.catalogue} says so at the foot of each competency.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open the Competencies page](page:competencies)',
    '[See what each competency requires](attainment-paths)',
    '[Read the skills report](skills-report#view)',
  ],
};
