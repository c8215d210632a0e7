/** The programme whose levels the pages show. */
export const DEFAULT_PROGRAMME = 'microsoft-competencies';
