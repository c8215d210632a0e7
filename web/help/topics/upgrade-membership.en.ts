import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const upgradeMembershipEn: HelpTopic = {
  title: 'Buy or upgrade a membership',
  summary: 'What may be bought and why not, what it costs, how it is paid, and what each level gives.',
  keywords: [
    'silver',
    'gold',
    'Action Pack',
    'MAPS',
    'purchase',
    'upgrade',
    'invoice',
    'card',
    'transfer',
    'benefits',
  ],
  appliesTo: 'Programmes that sell memberships',
  sections: [
    {
      anchor: 'buy',
      title: 'What may be bought',
      blocks: [
        paragraph(
          'Open {nav.mpn}, then [{nav.membership}](page:membership). Each offer says for what level it is, what it costs today, and whether it can be bought. A button that is off says why and what is missing.',
        ),
        list(
          'Meeting the level in one competency is enough; an exemption counts like the level.',
          'A company buys silver once and gold once; a holder of gold cannot buy silver, which gold includes.',
          'The Action Pack asks for no level, and costs less for those who hold one.',
          'An order that waits for its payment keeps a second one from being placed.',
        ),
        paragraph(
          'With silver, the business profile shows every competency that is earned at silver. One that is met at gold alone waits until gold is bought; gold then shows both levels.',
        ),
      ],
    },
    {
      anchor: 'upgrade',
      title: 'From silver to gold',
      blocks: [
        paragraph(
          'A holder of silver upgrades to gold for a quarter less. The price is shown before the order. Silver ends on the day of the upgrade, and a new year begins.',
        ),
      ],
    },
    {
      anchor: 'pay',
      title: 'Paying',
      blocks: [
        steps(
          'Choose {membership.act.purchase}, {membership.act.upgrade} or {membership.act.renewal} and read what will happen.',
          'Choose {membership.order.card} or {membership.order.transfer}.',
          'By card the company is a member at once. By transfer it is when the operator confirms that the money has arrived; without it the order expires.',
        ),
        paragraph(
          'When the bank does not answer, the order says {membership.orderState.created}: the answer is asked for again, and the card is charged once only.',
        ),
        paragraph(
          '{membership.orders} keeps every order with its invoice and its proof of payment as PDF. An order can be cancelled for some days: the money is given back, and the membership ends.',
        ),
      ],
    },
    {
      anchor: 'benefits',
      title: 'What each level gives',
      blocks: [
        paragraph(
          '[{benefits.title}](page:benefits) compares the offers side by side. Some benefits come with any competency of the level, others with certain ones.',
        ),
        note(
          'The fees and amounts that are delivered are examples; the operator of a programme writes its own.',
        ),
      ],
    },
  ],
  nextSteps: ['[Open the membership](page:membership)', '[Keep and renew it](maintain-membership#renew)'],
};
