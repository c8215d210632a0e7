import { Button, Checkbox, Field, Input, Switch, Textarea } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import type { BusinessProfileView } from '../../../src/contract/business-profile.ts';
import { LONGEST_DESCRIPTION, LONGEST_HEADLINE } from '../../../src/contract/forms.ts';
import type { Tagged } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './BusinessProfile.module.css';
import {
  changesBetween,
  draftOf,
  draftProblems,
  OFFERED_LANGUAGES,
  type ProfileDraft,
  type ProfileEdit,
  rebased,
  toggled,
} from './profile-draft.ts';
import { useProfileChange } from './use-profile-change.ts';

interface PartProps {
  readonly draft: ProfileDraft;
  readonly profile: BusinessProfileView;
  readonly change: (change: Partial<ProfileDraft>) => void;
}

const HEADLINES = { fr: 'businessProfile.headline.fr', en: 'businessProfile.headline.en' } as const;
const DESCRIPTIONS = { fr: 'businessProfile.description.fr', en: 'businessProfile.description.en' } as const;

function Words({ draft, change }: PartProps) {
  const t = useText();
  const { headline, description } = draft;
  return (
    <section className={card.card}>
      <h2>{t('businessProfile.whatYouDo')}</h2>
      {/* A line is as long as the card: what is written is read as a whole. */}
      <div className={styles.lines}>
        {(['fr', 'en'] as const).map((language) => (
          <Field key={language} label={t(HEADLINES[language])}>
            <Input
              value={headline[language]}
              maxLength={LONGEST_HEADLINE}
              lang={language}
              onChange={(_, data) => change({ headline: { ...headline, [language]: data.value } })}
            />
          </Field>
        ))}
      </div>
      <div className={styles.pair}>
        {(['fr', 'en'] as const).map((language) => (
          <Field key={language} label={t(DESCRIPTIONS[language])}>
            <Textarea
              value={description[language]}
              maxLength={LONGEST_DESCRIPTION}
              rows={8}
              resize="vertical"
              lang={language}
              onChange={(_, data) => change({ description: { ...description, [language]: data.value } })}
            />
          </Field>
        ))}
      </div>
      <p className={styles.hint}>{t('businessProfile.either')}</p>
    </section>
  );
}

function Languages({ draft, change }: PartProps) {
  const t = useText();
  const { locale } = useIntl();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const offered = [...new Set([...OFFERED_LANGUAGES, ...draft.languages])];
  return (
    <fieldset className={styles.choices}>
      <legend>{t('businessProfile.languages')}</legend>
      {offered.map((code) => (
        <Checkbox
          key={code}
          label={names.of(code) ?? code}
          checked={draft.languages.includes(code)}
          onChange={(_, data) => change({ languages: toggled(draft.languages, code, data.checked === true) })}
        />
      ))}
    </fieldset>
  );
}

function Places({ draft, profile, change }: PartProps) {
  const t = useText();
  const problems = draftProblems(draft);
  return (
    <section className={card.card}>
      <h2>{t('businessProfile.whereYouAre')}</h2>
      <div className={styles.pair}>
        <Field
          label={t('businessProfile.website')}
          {...(problems.website ? { validationMessage: t('businessProfile.website.invalid') } : {})}
        >
          <Input
            type="url"
            value={draft.website}
            placeholder="https://"
            onChange={(_, data) => change({ website: data.value })}
          />
        </Field>
        <Field
          label={t('businessProfile.address')}
          hint={t('businessProfile.address.hint')}
          {...(problems.slug ? { validationMessage: t('businessProfile.address.invalid') } : {})}
        >
          <Input
            contentBefore="/p/"
            value={draft.slug}
            maxLength={60}
            onChange={(_, data) => change({ slug: data.value })}
          />
        </Field>
      </div>
      <Languages draft={draft} profile={profile} change={change} />
      <fieldset className={styles.choices}>
        <legend>{t('businessProfile.locations')}</legend>
        {profile.locations.length === 0 && (
          <p className={styles.hint}>{t('businessProfile.locations.none')}</p>
        )}
        {profile.locations.map(({ locationId, name, city }) => (
          <Checkbox
            key={locationId}
            label={city === null ? name : `${name}, ${city}`}
            checked={!draft.hiddenLocations.includes(locationId)}
            onChange={(_, data) =>
              change({
                hiddenLocations: toggled(draft.hiddenLocations, locationId, data.checked !== true),
              })
            }
          />
        ))}
      </fieldset>
    </section>
  );
}

function Enquiries({ draft, profile, change }: PartProps) {
  const t = useText();
  return (
    <section className={card.card}>
      <h2>{t('businessProfile.enquiries')}</h2>
      <Switch
        label={t('businessProfile.takesEnquiries')}
        checked={draft.takesEnquiries}
        onChange={(_, data) => change({ takesEnquiries: data.checked })}
      />
      <fieldset className={styles.choices}>
        <legend>{t('businessProfile.recipients')}</legend>
        {profile.possibleRecipients.map(({ userId, displayName }) => (
          <Checkbox
            key={userId}
            label={displayName}
            checked={draft.recipients.includes(userId)}
            onChange={(_, data) =>
              change({ recipients: toggled(draft.recipients, userId, data.checked === true) })
            }
          />
        ))}
      </fieldset>
      <p className={styles.hint}>{t('businessProfile.recipients.hint')}</p>
      <Link to={PATHS.referrals} className={table.link}>
        {t('businessProfile.inbox')}
      </Link>
    </section>
  );
}

function editOf({ value, tag }: Tagged<BusinessProfileView>): ProfileEdit {
  return { before: draftOf(value), draft: draftOf(value), tag };
}

/** What the company says of itself; only what differs is sent. */
export function ProfileForm({ profile }: { profile: Tagged<BusinessProfileView> }) {
  const t = useText();
  const [edit, setEdit] = useState(() => editOf(profile));
  const [seen, setSeen] = useState(profile);
  if (seen !== profile) {
    setSeen(profile);
    setEdit(rebased(edit, draftOf(profile.value), profile.tag));
  }
  const { before, draft, tag } = edit;
  const save = useProfileChange(tag);
  const change = (part: Partial<ProfileDraft>) => {
    save.reset();
    setEdit((now) => ({ ...now, draft: { ...now.draft, ...part } }));
  };
  const changes = changesBetween(before, draft);
  const changed = Object.keys(changes).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(draftProblems(draft)).length > 0 || !changed) return;
    save.mutate(changes, {
      // The tag of what was saved comes with the next reading; until then nothing is touched.
      onSuccess: (saved) => setEdit({ before: draftOf(saved), draft: draftOf(saved), tag }),
    });
  };
  const part = { draft, profile: profile.value, change };
  return (
    <form className={styles.column} onSubmit={submit} noValidate>
      <Words {...part} />
      <Places {...part} />
      <Enquiries {...part} />
      {save.failure !== null && <Failure>{save.failure}</Failure>}
      <div className={`${styles.buttons} ${styles.save}`}>
        <Button appearance="primary" type="submit" disabledFocusable={!changed || save.isPending}>
          {t('businessProfile.save')}
        </Button>
        <span role="status">{save.isSuccess && !changed ? t('businessProfile.saved') : ''}</span>
      </div>
    </form>
  );
}
