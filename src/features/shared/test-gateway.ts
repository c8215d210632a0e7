import type { PaymentAnswer, PaymentGateway, TestCard } from './payment-gateway.ts';

const CARDS: readonly TestCard[] = [
  { card: 'test-accepted', plays: 'accepted' },
  { card: 'test-refused', plays: 'refused' },
  { card: 'test-silent', plays: 'silent' },
];

/** The gateway of the demo: it plays an answer for each of its cards and moves no money. */
export function testGateway(): PaymentGateway {
  const answers = new Map<string, PaymentAnswer>();
  return {
    testCards: CARDS,
    charge: async ({ orderId, card }) => {
      const before = answers.get(orderId);
      if (before !== undefined) return before;
      const plays = CARDS.find((each) => each.card === card)?.plays ?? 'refused';
      const answer: PaymentAnswer =
        plays === 'accepted'
          ? { kind: 'accepted', reference: `TEST-${orderId.slice(0, 8).toUpperCase()}` }
          : plays === 'refused'
            ? { kind: 'refused', reason: 'card declined' }
            : { kind: 'silent' };
      answers.set(orderId, answer);
      return answer;
    },
    find: async (orderId) => answers.get(orderId) ?? { kind: 'unknown' },
    refund: async () => 'given-back',
  };
}
