import { describe, expect, it } from 'vitest';
import { type ProfileDraft, rebased } from '../../web/pages/business-profile/profile-draft.ts';

const READ: ProfileDraft = {
  slug: 'contoso',
  headline: { fr: 'Données', en: 'Data' },
  description: { fr: '', en: '' },
  website: '',
  languages: ['fr'],
  hiddenLocations: [],
  takesEnquiries: true,
  recipients: [],
};

describe('typing over a profile that somebody else changes meanwhile', () => {
  const edit = { before: READ, draft: { ...READ, website: 'https://contoso.example' }, tag: 'first' };

  it('keeps what was typed and follows what was not touched', () => {
    const now = { ...READ, languages: ['fr', 'de'] };
    expect(rebased(edit, now, 'second')).toEqual({
      before: now,
      draft: { ...now, website: 'https://contoso.example' },
      tag: 'second',
    });
  });

  it('stays on what it began from where the same field was changed, so that saving is refused', () => {
    expect(rebased(edit, { ...READ, website: 'https://other.example' }, 'second')).toBe(edit);
  });

  it('follows everything while nothing is typed', () => {
    const now = { ...READ, slug: 'contoso-conseil' };
    expect(rebased({ before: READ, draft: READ, tag: 'first' }, now, 'second').draft).toEqual(now);
  });
});
