import { describe, expect, it } from 'vitest';
import { FIRST_SIGN_IN } from '../../src/features/shared/mail/kinds/first-sign-in.ts';
import { renderMail } from '../../src/features/shared/mail/render-mail.ts';

const values = { name: 'Zoé', email: 'zoe@contoso.example', until: '22/11/2026', company: 'Contoso' };
const link = 'http://localhost:3000/welcome/abc';

describe('a mail', () => {
  it('says the same in plain text and as a page, in the language of its reader', () => {
    const mail = renderMail(FIRST_SIGN_IN, 'fr', values, link);
    expect(mail.subject).toBe('Votre accès au portail partenaires de Contoso');
    expect(mail.text).toContain('Bonjour Zoé,\n\nContoso vous a ouvert');
    expect(mail.text).toContain(`Choisir mon mot de passe\n${link}`);
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.html).toContain(`href="${link}"`);
  });

  it('cannot be steered by a name: neither its headers nor its page', () => {
    const company = 'A\r\nBcc: all@example.org <script>alert(1)</script>';
    const mail = renderMail(FIRST_SIGN_IN, 'en', { ...values, company }, link);
    expect(mail.subject).toBe(
      'Your access to the partner portal of A Bcc: all@example.org <script>alert(1)</script>',
    );
    expect(mail.html).not.toContain('<script>');
  });

  it('is never sent half filled', () => {
    const { name, ...without } = values;
    expect(name).toBe('Zoé');
    expect(() => renderMail(FIRST_SIGN_IN, 'en', without, link)).toThrow();
    expect(() => renderMail(FIRST_SIGN_IN, 'en', values, null)).toThrow(/link/);
  });
});
