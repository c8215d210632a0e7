/** A case about a skill that somebody misses, as it is sent; `more` says what is different. */
export const askedCase = (userId: string, more: object = {}) => ({
  kind: 'missing-skill',
  userId,
  skill: '70-764',
  source: 'microsoft-learning',
  otherAccount: null,
  message: 'Passed on 3 November, not in the report.',
  ...more,
});
