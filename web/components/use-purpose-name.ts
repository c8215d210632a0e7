import type { LearningProvider } from '../../src/contract/associations.ts';
import { useText } from '../messages/use-text.ts';

/** What people call the association with a provider: what they use the account for. */
export function usePurposeName(): (provider: LearningProvider) => string {
  const t = useText();
  return (provider) => t(provider === 'microsoft-learning' ? 'learning.exams' : 'learning.training');
}
