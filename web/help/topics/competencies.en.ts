import { type HelpTopic, list, note, paragraph } from '../help-topic.ts';

export const competenciesEn: HelpTopic = {
  title: 'Follow your competencies',
  summary: 'What your company holds, what is within reach and what is about to end.',
  keywords: ['Silver', 'Gold', 'MAPS', 'Action Pack', 'level', 'membership', 'designation', 'score', 'track'],
  appliesTo: 'Partner Center, competency and designation programmes',
  sections: [
    {
      anchor: 'overview',
      title: 'The overview',
      blocks: [
        paragraph('Three lines sum up where you stand:'),
        list(
          '{overview.hold}: the levels met today;',
          '{overview.end}: what will be lost within twelve months by what is already known, the day and the cause;',
          '{overview.reach}: the levels that are one or two people short, and those that a figure never received leaves open.',
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
      anchor: 'programmes',
      title: 'Several programmes',
      blocks: [
        paragraph(
          'A company may take part in several programmes. {programme.label}, below the title of the pages, chooses the one they speak of; the address of the page keeps it, so that a colleague sees the same. Without another programme there is no choice to see.',
        ),
        paragraph(
          'The requirements of every programme can always be read, also without taking part in it. The data of the company is evaluated only in the programmes in which an operator has enrolled it.',
        ),
      ],
    },
    {
      anchor: 'scores',
      title: 'A score and its steps',
      blocks: [
        paragraph(
          'A designation is earned by points: each metric brings some, by a figure of the last complete month or by the number of certified people. The bar shows the points of each, the line the threshold, the hatching what is not known yet.',
        ),
        list(
          'A step marked {score.step.gate} must have its people before the steps after it bring points.',
          'Every metric must bring something: a single zero is enough to miss the designation.',
          'With two tracks each has its tab; where one is assigned, it alone counts.',
          'A designation qualifies as soon as it is met on one day of the current month or of the five before.',
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
