import { randomBytes } from 'node:crypto';
import type { Locale } from '../../../contract/common.ts';
import type { Answer } from '../../../http/route.ts';
import { type Html, html, jsonInPage } from './html.ts';
import { PUBLIC_STYLE } from './public-style.ts';
import { PUBLIC_WORDS } from './public-words.ts';

/** A page for visitors who are not signed in: whole as it comes, without a program having to run. */
export interface PublicPage {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Path and query of this page, without its language. */
  readonly path: string;
  /** Which entry of the menu this is. */
  readonly place: 'directory' | 'profile' | 'verify';
  readonly body: Html;
  /** Only a published profile may be found by search engines. */
  readonly indexed?: boolean;
  readonly status?: 200 | 404;
  /** What the page is about, in the words of schema.org. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Address of a picture of what the page is about. */
  readonly image?: string | null;
  readonly script?: Html;
  /** The answer depends on who asks, or is used up by being shown. */
  readonly unshared?: boolean;
}

const LOGO = html`<svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false"><path class="pin" d="M16 2.5c-5 0-9 3.9-9 8.9 0 6.3 9 18.1 9 18.1s9-11.8 9-18.1c0-5-4-8.9-9-8.9z"/><path class="chevron" d="M10.8 13.7 16 7.6l5.2 6.1h-3.3L16 11.5l-1.9 2.2z"/></svg>`;

/** The same page in a language. */
function inLanguage(path: string, locale: Locale): string {
  const [place = '', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('lang', locale);
  return `${place}?${parameters.toString()}`;
}

function languageSwitch({ locale, path }: PublicPage): Html {
  const names = { fr: 'Français', en: 'English' } as const;
  const other = locale === 'fr' ? 'en' : 'fr';
  return html`<a href="${inLanguage(path, other)}" hreflang="${other}" lang="${other}">${names[other]}</a>`;
}

function head(page: PublicPage, baseUrl: string, nonce: string): Html {
  const address = (locale: Locale) => `${baseUrl}${inLanguage(page.path, locale)}`;
  const title = `${page.title} · Jalon`;
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="${page.indexed === true ? 'index, follow' : 'noindex, nofollow'}">
<title>${title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" type="image/svg+xml" href="/assets/jalon.svg">
<link rel="canonical" href="${address(page.locale)}">
<link rel="alternate" hreflang="fr" href="${address('fr')}">
<link rel="alternate" hreflang="en" href="${address('en')}">
<meta property="og:type" content="website">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${address(page.locale)}">
<meta property="og:locale" content="${page.locale === 'fr' ? 'fr_FR' : 'en_GB'}">
${page.image ? html`<meta property="og:image" content="${baseUrl}${page.image}">` : null}
<style nonce="${nonce}">${PUBLIC_STYLE}</style>
${page.data === undefined ? null : html`<script type="application/ld+json" nonce="${nonce}">${jsonInPage(page.data)}</script>`}`;
}

function menu({ place, locale }: PublicPage): Html {
  const words = PUBLIC_WORDS[locale];
  const entry = (key: 'directory' | 'verify', path: string) =>
    html`<a href="${path}?lang=${locale}"${place === key ? html` aria-current="page"` : null}>${words.menu[key]}</a>`;
  return html`<nav aria-label="${words.menu.label}">${entry('directory', '/partners')}${entry('verify', '/verify')}</nav>`;
}

/** The answer that shows a page; in shared caches it is kept by language. */
export function publicPage(page: PublicPage, baseUrl: string): Answer<never> {
  const nonce = randomBytes(16).toString('base64');
  const words = PUBLIC_WORDS[page.locale];
  const body = html`<!doctype html>
<html lang="${page.locale}"><head>${head(page, baseUrl, nonce)}</head>
<body><a class="skip" href="#content">${words.skip}</a>
<header class="bar"><a class="brand" href="/partners?lang=${page.locale}">${LOGO}<span>Jalon</span></a>${menu(page)}<span class="languages">${languageSwitch(page)}</span></header>
<main id="content">${page.body}</main>
<footer class="foot"><p>${words.foot}</p><p><a href="/?lang=${page.locale}">${words.signIn}</a></p></footer>
${page.script === undefined ? null : html`<script nonce="${nonce}">${page.script}</script>`}
</body></html>`;
  const headers = {
    vary: 'accept-language, cookie',
    'content-language': page.locale,
    'cache-control': page.unshared === true ? 'no-store' : 'private, no-cache',
    'x-robots-tag': page.indexed === true ? 'index, follow' : 'noindex, nofollow',
  };
  return { kind: 'html', status: page.status ?? 200, nonce, body: body.text, headers };
}
