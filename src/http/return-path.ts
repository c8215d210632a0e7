/** Only addresses of this server: a link may not send somebody elsewhere after sign-in. */
export function safeReturnPath(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/')) return '/';
  try {
    // Browsers read `//host` and `/\host` as another host, and drop tabs and line breaks on the way.
    const read = new URL(path, 'http://here.invalid');
    return read.host === 'here.invalid' ? read.pathname + read.search + read.hash : '/';
  } catch {
    return '/';
  }
}
