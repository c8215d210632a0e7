/** Opens the search from anywhere without handing a function down the tree. */
const opening = new EventTarget();

export function openSearch(): void {
  opening.dispatchEvent(new Event('open'));
}

export function onSearchOpened(listener: () => void): () => void {
  opening.addEventListener('open', listener);
  return () => opening.removeEventListener('open', listener);
}
