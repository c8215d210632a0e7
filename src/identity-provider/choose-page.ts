import type { LocalPeople, Side } from './local-people.ts';

/** The page on which somebody says who he or she is. No password: this provider plays, it protects nothing. */

const TEXTS = {
  fr: {
    work: 'Compte professionnel',
    learning: 'Compte d’apprentissage',
    note: 'Fournisseur d’identité de démonstration : choisissez une personne, sans mot de passe.',
    choose: 'Choisir une personne',
    type: 'Ou saisir un autre compte',
    email: 'E-mail',
    name: 'Nom',
    accountId: 'Identifiant du compte (MCID)',
    unverified: 'Adresse e-mail non vérifiée',
    go: 'Continuer',
    cancel: 'Annuler',
    over: 'Cette étape est passée',
    overText:
      'Le compte a déjà été choisi ici, ou trop de temps a passé. Revenez à la page suivante, ou recommencez dans Jalon.',
  },
  en: {
    work: 'Work account',
    learning: 'Learning account',
    note: 'Identity provider of the demo: choose a person, without a password.',
    choose: 'Choose a person',
    type: 'Or type another account',
    email: 'E-mail',
    name: 'Name',
    accountId: 'Account id (MCID)',
    unverified: 'E-mail address not verified',
    go: 'Continue',
    cancel: 'Cancel',
    over: 'This step is over',
    overText:
      'The account was chosen here already, or too much time has passed. Go forward again, or begin again in Jalon.',
  },
} as const;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 24px 16px 48px; display: flex; justify-content: center; }
main { width: 100%; max-width: 560px; }
h1 { font-size: 1.5rem; margin: 0 0 4px; } h2 { font-size: 1rem; margin: 24px 0 8px; }
p { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; max-height: 46vh; overflow: auto; border: 1px solid #8888; border-radius: 8px; }
li + li { border-top: 1px solid #8884; }
li button { all: unset; box-sizing: border-box; display: block; width: 100%; padding: 10px 14px; cursor: pointer; }
li button:hover { background: #8882; } li button:focus-visible { outline: 2px solid Highlight; outline-offset: -2px; }
small { display: block; }
label { display: block; margin: 8px 0; } input:not([type=checkbox]) { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 8px; }
.go { font: inherit; padding: 8px 20px; margin: 8px 8px 0 0; }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function entries(side: Side, people: LocalPeople): { id: string; title: string; about: string }[] {
  if (side === 'work') {
    return people.work.map(({ objectId, firstName, lastName, accountName, company }) => ({
      id: objectId,
      title: `${firstName} ${lastName}`,
      about: `${accountName} · ${company}`,
    }));
  }
  return people.learning.map(({ accountId, name, email, provider }) => ({
    id: accountId,
    title: name,
    about: `${provider} ${accountId} · ${email}`,
  }));
}

function pageOf(french: boolean, title: string, main: string): string {
  return `<!doctype html>
<html lang="${french ? 'fr' : 'en'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>${main}
</main></html>`;
}

/** For somebody who comes back to a page on which the choice was made. */
export function overPage(french: boolean): string {
  const { over, overText } = TEXTS[french ? 'fr' : 'en'];
  return pageOf(french, over, `<p>${overText}</p>`);
}

export function choosePage(page: {
  readonly side: Side;
  readonly people: LocalPeople;
  readonly french: boolean;
  /** An address that is likely meant. */
  readonly hint: string;
}): string {
  const { side, people, french, hint } = page;
  const texts = TEXTS[french ? 'fr' : 'en'];
  const list = entries(side, people).map(
    ({ id, title, about }) =>
      `<li><button name="person" value="${escaped(id)}">${escaped(title)}<small>${escaped(about)}</small></button></li>`,
  );
  const account =
    side === 'work'
      ? ''
      : `<label>${texts.accountId}<input name="accountId" required maxlength="100"></label>
<label><input type="checkbox" name="unverified" value="yes"> ${texts.unverified}</label>`;
  const main = `<p>${texts.note}</p>
<h2 id="choose">${texts.choose}</h2>
<form method="post"><ul aria-labelledby="choose">${list.join('\n')}</ul></form>
<h2>${texts.type}</h2>
<form method="post">
<label>${texts.email}<input name="email" type="email" required maxlength="320" value="${escaped(hint)}"></label>
<label>${texts.name}<input name="name" maxlength="100"></label>
${account}
<button class="go">${texts.go}</button>
</form>
<form method="post"><button class="go" name="cancel" value="yes">${texts.cancel}</button></form>`;
  return pageOf(french, texts[side], main);
}
