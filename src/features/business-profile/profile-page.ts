import type { Locale } from '../../contract/common.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import { isPublic } from '../../store/business-profile-store.ts';
import { credentialPath } from '../shared/credentials/level-credential.ts';
import type { HeldLevel } from '../shared/held-levels.ts';
import { type Html, html, paragraphs } from '../shared/public-page/html.ts';
import {
  capitalised,
  countryName,
  languageName,
  listText,
  logoOrInitials,
  logoPath,
  medal,
} from '../shared/public-page/pieces.ts';
import type { PublicPage } from '../shared/public-page/public-page.ts';
import { inEither, type PublicProfile } from '../shared/public-profile.ts';
import { ENQUIRY_SCRIPT, enquiryForm } from './enquiry-form-view.ts';
import { PROFILE_WORDS } from './profile-words.ts';

export interface ProfilePage {
  readonly shown: PublicProfile;
  readonly locale: Locale;
  readonly baseUrl: string;
  /** Somebody of the company looks at it. */
  readonly own: boolean;
  /** Of the enquiry form; `null` where nothing can be sent. */
  readonly formToken: string | null;
}

function banner({ shown, locale }: ProfilePage): Html {
  const words = PROFILE_WORDS[locale].preview;
  const { publishedAt, suspension } = shown.profile;
  const state = suspension !== null ? 'suspended' : publishedAt === null ? 'draft' : 'published';
  const edit = `/business-profile?partner=${shown.partnerId}`;
  return html`<p class="banner">${words[state]} <a href="${edit}">${words.edit}</a></p>`;
}

function placeText(
  { city, country }: { city: string | null; country: string | null },
  locale: Locale,
): string {
  return [city, country === null ? null : countryName(country, locale)]
    .filter((part) => part !== null)
    .join(', ');
}

function hero({ shown, locale, formToken }: ProfilePage): Html {
  const words = PROFILE_WORDS[locale];
  const { profile, name, country, logo } = shown;
  const headline = inEither(profile.headline, locale);
  const languages = profile.languages.map((code) => languageName(code, locale));
  return html`<header class="card hero">${logoOrInitials(profile.slug, name, logo?.hash ?? null)}
<div><h1>${name}</h1>${headline.text === '' ? null : html`<p class="headline" lang="${headline.lang}">${headline.text}</p>`}
<ul class="facts">${country === null ? null : html`<li><b>${words.country}</b> ${countryName(country, locale)}</li>`}
${languages.length === 0 ? null : html`<li><b>${words.languages}</b> ${capitalised(listText(languages, locale))}</li>`}
${profile.website === null ? null : html`<li><b>${words.website}</b> <a href="${profile.website}" rel="noopener nofollow">${new URL(profile.website).host}</a></li>`}</ul></div>
${formToken === null ? null : html`<a class="button" href="#enquiry">${words.contact}</a>`}</header>`;
}

function levelItem(
  { shown, locale }: ProfilePage,
  { programme, competency, level, validThrough }: HeldLevel,
): Html {
  const words = PROFILE_WORDS[locale];
  const name = level.name[locale];
  const title = `${competency.name[locale]}, ${name}`;
  const path = credentialPath(shown.profile.slug, programme.id, competency.id);
  return html`<li class="level">${medal(level.id, name.charAt(0).toUpperCase())}
<div><h3>${competency.name[locale]}</h3><small>${name} · ${programme.name[locale]}</small>
${validThrough === null ? null : html`<small>${words.shownUntil(printedDay(validThrough, locale))}</small>`}</div>
<a class="more" href="/verify?credential=${encodeURIComponent(path)}&amp;lang=${locale}" aria-label="${words.credentialOf(title)}">${words.credential}</a></li>`;
}

function competencies(page: ProfilePage): Html {
  const { shown, locale } = page;
  const words = PROFILE_WORDS[locale];
  const list =
    shown.levels.length === 0
      ? html`<p>${words.noCompetencies}</p>`
      : html`<ul class="levels">${shown.levels.map((held) => levelItem(page, held))}</ul>`;
  return html`<section class="card"><h2>${words.competencies}</h2>${list}<p class="note">${words.asOf(printedDay(shown.day, locale))}</p></section>`;
}

function about({ shown, locale }: ProfilePage): Html | null {
  const { text, lang } = inEither(shown.profile.description, locale);
  if (text === '') return null;
  return html`<section class="card"><h2>${PROFILE_WORDS[locale].about}</h2><div lang="${lang}">${paragraphs(text)}</div></section>`;
}

function locations({ shown, locale }: ProfilePage): Html | null {
  if (shown.locations.length === 0) return null;
  const places = shown.locations.map(
    (location) => html`<li><b>${location.name}</b><small>${placeText(location, locale)}</small></li>`,
  );
  return html`<section class="card"><h2>${PROFILE_WORDS[locale].locations}</h2><ul class="places">${places}</ul></section>`;
}

/** The company in the words of schema.org. */
function structured({ shown, locale, baseUrl }: ProfilePage): Readonly<Record<string, unknown>> {
  const { profile, name, logo } = shown;
  const address = `${baseUrl}/p/${profile.slug}`;
  const text = inEither(profile.headline, locale).text || inEither(profile.description, locale).text;
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': address,
    name,
    url: profile.website ?? address,
    ...(text === '' ? {} : { description: text }),
    ...(logo === null ? {} : { logo: `${baseUrl}${logoPath(profile.slug, logo.hash)}` }),
    knowsLanguage: profile.languages,
    location: shown.locations.map(({ name: place, city, country }) => ({
      '@type': 'Place',
      name: place,
      address: {
        '@type': 'PostalAddress',
        ...(city === null ? {} : { addressLocality: city }),
        ...(country === null ? {} : { addressCountry: country }),
      },
    })),
    hasCredential: shown.levels.map(({ programme, competency, level, validThrough }) => ({
      '@type': 'EducationalOccupationalCredential',
      name: `${competency.name[locale]}, ${level.name[locale]}`,
      recognizedBy: { '@type': 'Organization', name: programme.name[locale] },
      url: `${baseUrl}${credentialPath(profile.slug, programme.id, competency.id)}`,
      ...(validThrough === null ? {} : { expires: validThrough }),
    })),
  };
}

/** What customers see of a company. */
export function profilePage(page: ProfilePage): PublicPage {
  const { shown, locale, own, formToken } = page;
  const { profile, name, logo } = shown;
  const headline = inEither(profile.headline, locale).text;
  return {
    locale,
    title: name,
    description: headline === '' ? PROFILE_WORDS[locale].description(name) : headline,
    path: `/p/${profile.slug}`,
    place: 'profile',
    indexed: isPublic(profile),
    image: logo === null ? null : logoPath(profile.slug, logo.hash),
    data: structured(page),
    body: html`${own ? banner(page) : null}${hero(page)}<div class="columns"><div class="stack">${competencies(page)}${about(page)}${locations(page)}</div><div class="stack">${enquiryForm(shown, locale, formToken)}</div></div>`,
    script: ENQUIRY_SCRIPT,
    unshared: true,
  };
}
