import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const planTrainingEn: HelpTopic = {
  title: 'Prepare and follow a training plan',
  summary:
    'Who is to achieve what, by when and at what cost, to gain or keep a level; and what has been done of it.',
  keywords: [
    'plan',
    'train',
    'budget',
    'exam to take',
    'robustness',
    'departure',
    'what if',
    'hiring',
    'adopt',
  ],
  appliesTo: 'Partner portal, all programmes',
  sections: [
    {
      anchor: 'make',
      title: 'Prepare a plan',
      blocks: [
        steps(
          'In the menu on the left open {plans.title}, then choose {plans.new}. The button also stands beside each level at risk, on the page [of risks](page:risk).',
          'Click the levels to gain or keep. Unless you choose otherwise, the cheapest option is taken.',
          'Say by when. The day proposed is your next anniversary.',
          'Set {plans.survive} and {plans.budget}. The plan changes at once, and a curve shows what each further departure costs.',
          'Not everybody passes: under {plans.confidence} say how sure the levels are to be, and how often an attempt succeeds. More people are trained then.',
          'With several levels, {plans.money.show} tells which of them a smaller budget suffices for.',
        ),
        paragraph(
          'The plan counts what everybody holds already, lets one exam serve several levels, renews what expires before the day, and keeps to the sharing limits of the programme.',
        ),
        note('Performance figures cannot be trained: those the plan rests on are listed as conditions.'),
      ],
    },
    {
      anchor: 'proof',
      title: 'Proved, or the best found',
      blocks: [
        paragraph(
          'Proved means that no other plan costs less. If the time was not enough, the page gives the best plan found and says by how much another one could be cheaper at most.',
        ),
        paragraph(
          'Where there is no plan, the page names the requirement in the way, for each option, and what can lift it.',
        ),
      ],
    },
    {
      anchor: 'swap',
      title: 'Somebody else',
      blocks: [
        list(
          '{plans.notThem}: the plan is made anew without training this person. What he or she holds still counts.',
          '{plans.why} says which seats the person fills, what he or she already holds for it, and what the plan would cost without.',
          '{plans.pin} keeps an action whatever happens; {plans.otherForThis} leaves it to others.',
        ),
        paragraph('The address of the page holds the whole question: send it to a colleague.'),
      ],
    },
    {
      anchor: 'adopt',
      title: 'Adopt a plan',
      blocks: [
        steps(
          'Choose {plans.adopt}. The page first says who is assigned what.',
          'Give the due day and say whether to write to the people and to who follows them.',
          'Everybody sees what to do in [the own profile](page:profile) and in [the calendar](page:calendar).',
        ),
      ],
    },
    {
      anchor: 'follow',
      title: 'Follow an adopted plan',
      blocks: [
        paragraph(
          'An assignment is completed by itself when the skill record arrives. The page of the plan shows what is done against what was planned, what is overdue, and whether each level will be met with the rest.',
        ),
        list(
          'Change a due day, or choose {assignment.drop}.',
          '{plans.rerun} asks the same question of today’s facts.',
          '{plans.end}: what is done stays, the rest is no longer expected.',
        ),
      ],
    },
    {
      anchor: 'what-if',
      title: 'What if',
      blocks: [
        steps(
          'Open {study.scenarios} and add a scenario: somebody leaves or joins, somebody passes an exam, an exam retires, the rules of another day, a figure that changes.',
          'Compare the scenarios side by side, on every competency, and what keeping the levels held would cost.',
        ),
        note('Nothing of what is supposed is written.'),
      ],
    },
    {
      anchor: 'hire',
      title: 'Hire or train',
      blocks: [
        paragraph(
          '{study.candidates} says what somebody who holds given certificates would be worth: the levels gained at once, and what is saved in the plan.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Prepare a plan](page:planner)',
    '[See the plans](page:plans)',
    '[See what is at risk](page:risk)',
  ],
};
