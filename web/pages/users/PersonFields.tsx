import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { LONGEST_TEAM_NAME } from '../../../src/contract/users.ts';
import { locationsQuery } from '../../api/queries.ts';
import { usePartnerId } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import type { DraftField, DraftProblems, PersonDraft } from './person-draft.ts';
import { RoleChoice } from './RoleChoice.tsx';
import styles from './Users.module.css';

const LABELS: Readonly<Record<DraftField, MessageId>> = {
  firstName: 'people.field.firstName',
  lastName: 'people.field.lastName',
  workEmail: 'people.field.workEmail',
};

interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly problems: DraftProblems;
  readonly onChange: (draft: PersonDraft) => void;
}

/** Everything that an administrator says about a person: to add one, and to change one. */
export function PersonFields({ draft, problems, onChange }: PersonFieldsProps) {
  const t = useText();
  const locations = useQuery(locationsQuery(usePartnerId())).data?.value ?? [];
  const set = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change });
  const text = (name: DraftField, hint?: MessageId) => (
    <Field
      label={t(LABELS[name])}
      required
      {...(hint === undefined ? {} : { hint: t(hint) })}
      {...(problems[name] === undefined ? {} : { validationMessage: t(problems[name]) })}
    >
      <Input
        type={name === 'workEmail' ? 'email' : 'text'}
        autoComplete="off"
        value={draft[name]}
        onChange={(_, data) => set({ [name]: data.value })}
      />
    </Field>
  );
  return (
    <>
      <div className={styles.pair}>
        {text('firstName')}
        {text('lastName')}
      </div>
      {text('workEmail', 'people.field.workEmail.hint')}
      <div className={styles.pair}>
        <Field label={t('people.field.locale')}>
          <Select
            value={draft.locale}
            onChange={(_, data) => set({ locale: data.value === 'fr' ? 'fr' : 'en' })}
          >
            <option value="fr">{t('profile.language.fr')}</option>
            <option value="en">{t('profile.language.en')}</option>
          </Select>
        </Field>
        {locations.length > 0 && (
          <Field label={t('people.field.location')}>
            <Select value={draft.locationId} onChange={(_, data) => set({ locationId: data.value })}>
              <option value="">{t('people.field.location.none')}</option>
              {locations.map(({ locationId, name }) => (
                <option key={locationId} value={locationId}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <Field label={t('people.field.team')} hint={t('people.field.team.hint')}>
        <Input
          maxLength={LONGEST_TEAM_NAME}
          value={draft.team}
          onChange={(_, data) => set({ team: data.value })}
        />
      </Field>
      <Field label={t('people.field.employedFrom')} hint={t('people.field.employedFrom.hint')}>
        <Input
          type="date"
          value={draft.employedFrom}
          onChange={(_, data) => set({ employedFrom: data.value })}
        />
      </Field>
      <Checkbox
        label={t('people.field.technical')}
        checked={draft.technical}
        onChange={(_, data) => set({ technical: data.checked === true })}
      />
      <RoleChoice roles={draft.roles} locations={locations} onChange={(roles) => set({ roles })} />
    </>
  );
}
