import type { BusinessProfileView, ChangeBusinessProfile } from '../../../src/contract/business-profile.ts';
import { PROFILE_SLUG_FORM } from '../../../src/contract/forms.ts';

/** What can be typed, as it stands in the form. */
export interface ProfileDraft {
  readonly slug: string;
  readonly headline: { readonly fr: string; readonly en: string };
  readonly description: { readonly fr: string; readonly en: string };
  readonly website: string;
  readonly languages: readonly string[];
  readonly hiddenLocations: readonly string[];
  readonly takesEnquiries: boolean;
  readonly recipients: readonly string[];
}

/** Languages that are offered; a profile may have others. */
export const OFFERED_LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'ar', 'zh', 'ja', 'sv'];

export function draftOf(profile: BusinessProfileView): ProfileDraft {
  const { slug, headline, description, languages, hiddenLocations, takesEnquiries, recipients } = profile;
  const website = profile.website ?? '';
  return { slug, headline, description, website, languages, hiddenLocations, takesEnquiries, recipients };
}

export interface DraftProblems {
  readonly slug?: true;
  readonly website?: true;
}

export function draftProblems({ slug, website }: ProfileDraft): DraftProblems {
  const typed = website.trim();
  return {
    ...(PROFILE_SLUG_FORM.test(slug) ? {} : { slug: true as const }),
    ...(typed === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(typed) ? {} : { website: true as const }),
  };
}

/** The fields that differ from what was read: only they are sent. */
export function changesBetween(before: ProfileDraft, now: ProfileDraft): ChangeBusinessProfile {
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ProfileDraft]),
  );
  const { website, ...others } = Object.fromEntries(changed) as Partial<ProfileDraft>;
  if (website === undefined) return others as ChangeBusinessProfile;
  return { ...others, website: website.trim() === '' ? null : website.trim() } as ChangeBusinessProfile;
}

/** What is typed over what was read, and the tag of what was read. */
export interface ProfileEdit {
  readonly before: ProfileDraft;
  readonly draft: ProfileDraft;
  readonly tag: string | null;
}

/**
 * Goes on typing over a profile that was read anew: what was not touched follows it. Where somebody else changed the
 * same field meanwhile, the edit stays on what it began from, and saving it is refused.
 */
export function rebased(edit: ProfileEdit, read: ProfileDraft, tag: string | null): ProfileEdit {
  const touched = Object.keys(changesBetween(edit.before, edit.draft)) as (keyof ProfileDraft)[];
  const same = (name: keyof ProfileDraft) => JSON.stringify(read[name]) === JSON.stringify(edit.before[name]);
  if (!touched.every(same)) return edit;
  const typed = Object.fromEntries(touched.map((name) => [name, edit.draft[name]]));
  return { before: read, draft: { ...read, ...typed }, tag };
}

/** With or without one of its values. */
export function toggled(values: readonly string[], value: string, on: boolean): string[] {
  const others = values.filter((each) => each !== value);
  return on ? [...others, value] : others;
}
