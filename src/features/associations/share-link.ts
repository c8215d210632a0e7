/** The one place from which transcripts are fetched. */
const HOST = 'learn.microsoft.com';
const SHARE_ID = /^[a-z0-9]{6,40}$/i;
/** As people copy it, and as the page behind it asks for its content. */
const PATHS = [
  /^\/(?:[a-z]{2}(?:-[a-z]{2,4}){0,2}\/)?users\/[^/]{1,100}\/transcript\/([a-z0-9]{6,40})\/?$/i,
  /^\/api\/profiles\/transcript\/share\/([a-z0-9]{6,40})\/?$/i,
];

/**
 * The id of a shared transcript in what somebody pasted; `null` when it is no share link. Only the id goes on from
 * here: the address that is asked is made of it, whatever the link named.
 */
export function shareIdOf(text: string): string | null {
  if (SHARE_ID.test(text)) return text;
  const link = URL.canParse(text) ? new URL(text) : null;
  if (link === null || link.protocol !== 'https:' || link.host !== HOST) return null;
  if (link.username !== '' || link.password !== '') return null;
  for (const path of PATHS) {
    const shareId = path.exec(link.pathname)?.[1];
    if (shareId !== undefined) return shareId;
  }
  return null;
}
