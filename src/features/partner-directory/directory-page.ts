import type { Locale } from '../../contract/common.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { DirectoryListing } from '../../store/directory-listings-store.ts';
import { type Html, html } from '../shared/public-page/html.ts';
import { countryName, logoOrInitials, medal } from '../shared/public-page/pieces.ts';
import type { PublicPage } from '../shared/public-page/public-page.ts';
import { inEither } from '../shared/public-profile.ts';
import { type Choice, type DirectoryChoices, directoryAddress } from './directory-choices.ts';
import type { FoundListings } from './directory-query.ts';
import { DIRECTORY_WORDS } from './directory-words.ts';

export interface DirectoryPage extends FoundListings {
  readonly locale: Locale;
  readonly choices: DirectoryChoices;
  readonly programmes: ReadonlyMap<string, Programme>;
}

/** As many levels as one entry names; the profile has them all. */
const MOST_LEVELS = 6;

function select(page: DirectoryPage, name: 'competency' | 'level' | 'country' | 'language'): Html {
  const words = DIRECTORY_WORDS[page.locale];
  const chosen = page.question[name] ?? '';
  const offered = page.choices[name];
  // What was asked for in the address stays chosen, though no company answers to it.
  const asked = chosen === '' || offered.some(({ value }) => value === chosen) ? [] : [chosen];
  const choices = [...offered, ...asked.map((value) => ({ value, label: value }))];
  const options = choices.map(
    ({ value, label }: Choice) =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`,
  );
  return html`<label><span>${words[name]}</span><select name="${name}"><option value="">${words.every}</option>${options}</select></label>`;
}

function filters(page: DirectoryPage): Html {
  const words = DIRECTORY_WORDS[page.locale];
  return html`<form method="get" action="/partners" role="search" class="filters"><label><span>${words.words}</span><input type="search" name="q" value="${page.question.q ?? ''}" maxlength="100"></label>
${select(page, 'competency')}${select(page, 'level')}${select(page, 'country')}${select(page, 'language')}<input type="hidden" name="lang" value="${page.locale}"><button class="button" type="submit">${words.search}</button></form>`;
}

function heldItem(page: DirectoryPage, held: DirectoryListing['levels'][number]): Html | null {
  const programme = page.programmes.get(held.programme);
  const competency = programme?.competencies.find(({ id }) => id === held.competency);
  const level = programme?.levels.find(({ id }) => id === held.level);
  if (competency === undefined || level === undefined) return null;
  const name = level.name[page.locale];
  return html`<li>${medal(level.id, name.charAt(0).toUpperCase(), true)}<span>${competency.name[page.locale]} <small>${name}</small></span></li>`;
}

function result(page: DirectoryPage, listing: DirectoryListing): Html {
  const { locale } = page;
  const words = DIRECTORY_WORDS[locale];
  const { slug, name, cities, countries, levels } = listing;
  const headline = inEither(listing.headline, locale);
  const places = [cities.slice(0, 3), countries.map((code) => countryName(code, locale))]
    .filter((names) => names.length > 0)
    .map((names) => names.join(', '))
    .join(' · ');
  const rest = levels.length - MOST_LEVELS;
  return html`<li class="card result">${logoOrInitials(slug, name, listing.logoHash)}<div><h2><a href="/p/${slug}?lang=${locale}">${name}</a></h2>
<p>${headline.text === '' ? null : html`<span lang="${headline.lang}">${headline.text}</span><br>`}${places}</p>
<ul class="held">${levels.slice(0, MOST_LEVELS).map((held) => heldItem(page, held))}${rest > 0 ? html`<li>${words.more(rest)}</li>` : null}</ul></div></li>`;
}

function pages(page: DirectoryPage): Html | null {
  const words = DIRECTORY_WORDS[page.locale];
  const { number, size, count, question, locale } = page;
  if (count <= size) return null;
  const link = (to: number, label: string, rel: 'prev' | 'next') =>
    html`<a class="button quiet" rel="${rel}" href="${directoryAddress({ ...question, page: to }, locale)}">${label}</a>`;
  const last = Math.ceil(count / size);
  return html`<nav class="pages" aria-label="${words.pages}">${number > 1 ? link(number - 1, words.earlier, 'prev') : html`<span></span>`}<span>${number} / ${last}</span>${number < last ? link(number + 1, words.later, 'next') : html`<span></span>`}</nav>`;
}

export function directoryPage(page: DirectoryPage): PublicPage {
  const { locale, listings, count, question } = page;
  const words = DIRECTORY_WORDS[locale];
  const list =
    listings.length === 0
      ? html`<div class="card"><p>${words.nothing}</p><p><a class="button quiet" href="/partners?lang=${locale}">${words.clear}</a></p></div>`
      : html`<ul class="results">${listings.map((listing) => result(page, listing))}</ul>`;
  return {
    locale,
    title: words.title,
    description: words.lead,
    path: directoryAddress(question, null),
    place: 'directory',
    body: html`<h1>${words.title}</h1><p class="headline">${words.lead}</p>${filters(page)}<p role="status">${words.found(count)}</p>${list}${pages(page)}`,
  };
}
