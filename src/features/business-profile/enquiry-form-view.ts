import type { Locale } from '../../contract/common.ts';
import { Html, html } from '../shared/public-page/html.ts';
import type { PublicProfile } from '../shared/public-profile.ts';
import { PROFILE_WORDS } from './profile-words.ts';

/** The form by which a customer writes to the company, or why there is none. */
export function enquiryForm(shown: PublicProfile, locale: Locale, token: string | null): Html {
  const words = PROFILE_WORDS[locale].enquiry;
  const { name, profile, levels } = shown;
  const box = (content: Html) =>
    html`<section class="card" id="enquiry"><h2>${words.title(name)}</h2>${content}</section>`;
  if (!profile.takesEnquiries) return box(html`<p>${words.closed(name)}</p>`);
  if (token === null) return box(html`<p class="note">${words.previewOnly}</p>`);
  const optional = html`<small>(${words.optional})</small>`;
  const choices = levels.map(
    ({ programme, competency }) =>
      html`<option value="${programme.id}/${competency.id}">${competency.name[locale]}</option>`,
  );
  return box(html`<noscript><p>${words.noScript}</p></noscript>
<form id="enquiry-form" action="/api/v1/business-profiles/${profile.slug}/enquiries" data-token="${token}" data-locale="${locale}" data-done="${words.done(name)}" data-invalid="${words.invalid}" data-outdated="${words.outdated}" data-too-many="${words.tooMany}" data-failed="${words.failed}" novalidate hidden>
<label><span>${words.name}</span><input name="name" autocomplete="name" maxlength="120" required></label>
<label><span>${words.company} ${optional}</span><input name="company" autocomplete="organization" maxlength="160"></label>
<label><span>${words.email}</span><input name="email" type="email" autocomplete="email" maxlength="254" required></label>
<label><span>${words.phone} ${optional}</span><input name="phone" type="tel" autocomplete="tel" maxlength="40"></label>
<label><span>${words.competency}</span><select name="competency"><option value="">${words.any}</option>${choices}</select></label>
<label><span>${words.message}</span><textarea name="message" minlength="10" maxlength="4000" required></textarea></label>
<div class="unseen" aria-hidden="true"><label>${words.leaveEmpty}<input name="fax" tabindex="-1" autocomplete="off"></label></div>
<p class="note">${words.privacy(name)}</p>
<button class="button" type="submit">${words.send}</button>
</form>
<p role="status" id="enquiry-result"></p>`);
}

/** Sends the form in the background, keeps what was typed when it did not go, and says what became of it. */
export const ENQUIRY_SCRIPT = new Html(`
const form = document.getElementById('enquiry-form');
if (form) {
  const result = document.getElementById('enquiry-result');
  const say = (kind, text) => { result.className = kind; result.textContent = text; };
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const bad = [...form.elements].filter((field) => field.willValidate && !field.checkValidity());
    for (const field of form.elements) if (field.willValidate) field.setAttribute('aria-invalid', String(bad.includes(field)));
    if (bad.length > 0) { say('error', form.dataset.invalid); bad[0].focus(); return; }
    const button = form.querySelector('button');
    button.disabled = true;
    const sent = Object.fromEntries(new FormData(form));
    const words = { 400: 'invalid', 409: 'outdated', 429: 'tooMany' };
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...sent, token: form.dataset.token, locale: form.dataset.locale }),
      });
      if (answer.ok) { form.hidden = true; say('done', form.dataset.done); }
      else say('error', form.dataset[words[answer.status] ?? 'failed']);
    } catch { say('error', form.dataset.failed); }
    button.disabled = false;
  });
}
`);
