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

/** With or without one of its values. */
export function toggled(values: readonly string[], value: string, on: boolean): string[] {
  const others = values.filter((each) => each !== value);
  return on ? [...others, value] : others;
}
