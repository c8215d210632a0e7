/** The address of the next page: the same question, further on. */
export function nextPage(url: string, skip: number, top: number): string {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('skip', String(skip));
  next.searchParams.set('top', String(top));
  return `${next.pathname}${next.search}`;
}
