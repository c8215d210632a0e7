const DAY_MS = 86_400_000;

/** Runs in the program before anything else: there it is so many milliseconds later. The database keeps its own clock. */
function aheadBy(milliseconds: number): string {
  return `
    const Present = Date;
    const later = () => Present.now() + ${milliseconds};
    globalThis.Date = class Date extends Present {
      constructor(...given) { super(...(given.length === 0 ? [later()] : given)); }
      static now() { return later(); }
    };`;
}

/** Arguments with which Node runs a program as if it were that many days later. */
export function clockAhead(days: number): readonly string[] {
  if (days === 0) return [];
  return ['--import', `data:text/javascript,${encodeURIComponent(aheadBy(days * DAY_MS))}`];
}
