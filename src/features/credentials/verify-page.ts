import type { Locale } from '../../contract/common.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import { readToken } from '../shared/credentials/signed-token.ts';
import { type Html, html } from '../shared/public-page/html.ts';
import type { PublicPage } from '../shared/public-page/public-page.ts';
import type { CredentialVerdict } from './credential-verdict.ts';
import { VERIFY_WORDS } from './verify-words.ts';

export interface VerifyPage {
  readonly locale: Locale;
  /** What was pasted, or fetched from an address of this server. */
  readonly token: string;
  readonly verdict: CredentialVerdict | null;
  /** Path where the credential was fetched. */
  readonly source: string | null;
}

const SIGNS = { held: '✓', lost: '✕', expired: '✕', forged: '✕', 'unknown-issuer': '?', unreadable: '?' };

function verdictView({ locale, verdict, source }: VerifyPage): Html | null {
  if (verdict === null) return null;
  const words = VERIFY_WORDS[locale];
  const { title, text } = words.verdicts[verdict.kind];
  const statement = 'statement' in verdict ? verdict.statement : null;
  const lastDay = (day: string) => formatDay(addDays(parseDay(day)!, -1));
  const facts =
    statement === null
      ? null
      : html`<dl><dt>${words.company}</dt><dd>${statement.company}</dd><dt>${words.achievement}</dt><dd lang="en">${statement.title}</dd>
<dt>${words.issued}</dt><dd>${printedDay(statement.validFrom, locale)}</dd><dt>${words.validUntil}</dt><dd>${printedDay(lastDay(statement.validUntil), locale)}</dd>
<dt>${words.profile}</dt><dd><a href="${statement.profile}">${words.seeProfile}</a></dd></dl>`;
  const file =
    source === null ? null : html`<p><a href="${source}" download="credential.jwt">${words.save}</a></p>`;
  return html`<section class="card ${verdict.kind === 'held' ? 'good' : 'bad'}" aria-live="polite"><div class="verdict"><span class="sign" aria-hidden="true">${SIGNS[verdict.kind]}</span><div><h2>${title}</h2><p>${text}</p></div></div>${facts}${file}</section>`;
}

function claimsView({ locale, token }: VerifyPage): Html | null {
  const read = token === '' ? null : readToken(token);
  if (read === null) return null;
  return html`<details class="card"><summary>${VERIFY_WORDS[locale].claims}</summary><pre tabindex="0">${JSON.stringify(read.payload, null, 2)}</pre></details>`;
}

export function verifyPage(page: VerifyPage): PublicPage {
  const { locale, token } = page;
  const words = VERIFY_WORDS[locale];
  const steps = words.steps.map((step) => html`<li>${step}</li>`);
  return {
    locale,
    title: words.title,
    description: words.description,
    path: page.source === null ? '/verify' : `/verify?credential=${encodeURIComponent(page.source)}`,
    place: 'verify',
    unshared: true,
    body: html`<h1>${words.title}</h1><p class="headline">${words.lead}</p><div class="columns"><div class="stack">${verdictView(page)}
<section class="card"><form method="get" action="/verify"><input type="hidden" name="lang" value="${locale}"><label><span>${words.field}</span><textarea name="credential" rows="6" spellcheck="false" required>${token}</textarea><small>${words.hint}</small></label><button class="button" type="submit">${words.check}</button></form></section>${claimsView(page)}</div>
<div class="stack"><section class="card"><h2>${words.yourself}</h2><p>${words.yourselfText}</p><ol>${steps}</ol><p><a href="/.well-known/jwks.json">/.well-known/jwks.json</a></p></section></div></div>`,
  };
}
