/**
 * The code of a page is fetched when it is first opened. That fetch fails when the server is down, and after an
 * upgrade, when the files of the open page are gone; the bundler tells of it by an event that carries the error.
 */
const failures = new WeakSet<object>();

interface PreloadError extends Event {
  readonly payload: Error;
}

window.addEventListener('vite:preloadError', (event) => failures.add((event as PreloadError).payload));

export function isPageCodeFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failures.has(error);
}

/** Loads the page anew, once the server answers: until then what is on screen is better than nothing. */
export async function reloadWhenReachable(): Promise<void> {
  const answer = await fetch('/livez').catch(() => null);
  if (answer?.ok) window.location.reload();
}
