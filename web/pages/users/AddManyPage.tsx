import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { PARTNER_ROLES } from '../../../src/contract/roles.ts';
import { saveFile } from '../../api/client.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { useSession } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useLocale } from '../../messages/locale.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { DropZone } from '../imports/DropZone.tsx';
import { fieldLabel } from '../imports/import-labels.ts';
import styles from './Users.module.css';

/** What each column of the file holds; the first three must be there. */
const COLUMNS = {
  firstName: 'people.file.required',
  lastName: 'people.file.required',
  workEmail: 'people.file.workEmail',
  roles: 'people.file.roles',
  locale: 'people.file.locale',
  technical: 'people.file.technical',
  team: 'people.file.team',
} as const satisfies Readonly<Record<string, MessageId>>;

/** A file with nothing but the headers. Spreadsheets of French readers part cells by semicolons. */
function emptyFile(headers: readonly string[], locale: 'fr' | 'en'): Blob {
  const text = headers.join(locale === 'fr' ? ';' : ',');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}

function ExpectedColumns() {
  const t = useText();
  const { locale } = useLocale();
  const role = useRoleLabel();
  const fields = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const save = () =>
    saveFile({
      blob: emptyFile(
        fields.map((field) => fieldLabel(t, field)),
        locale,
      ),
      name: t('people.file.emptyName'),
    });
  return (
    <section className={styles.form} aria-label={t('people.file.columns')}>
      <h2 className={styles.heading}>{t('people.file.columns')}</h2>
      <dl className={styles.facts}>
        {fields.map((field) => (
          <div key={field} className={styles.fact}>
            <dt>{fieldLabel(t, field)}</dt>
            <dd>{t(COLUMNS[field], { roles: PARTNER_ROLES.map(role).join(', ') })}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.buttons}>
        <Button icon={<ArrowDownloadRegular />} onClick={save}>
          {t('people.file.empty')}
        </Button>
      </div>
    </section>
  );
}

/** Adds the people of a file, such as one of the company’s PMC data: it is checked first, and its log tells all. */
export function AddManyPage() {
  const t = useText();
  const reason = useRoleReason('import-users');
  const native = useSession().partner?.origin === 'native';
  return (
    <PageFrame
      page="add-users"
      title={t(native ? 'users.addFromFile' : 'users.addFromPmc')}
      crumbs={[
        { to: PATHS.users, label: t('users.title') },
        { to: PATHS.addUser, label: t('people.add') },
      ]}
      lead={t('people.file.lead')}
      ability="import-users"
    >
      {reason === null ? (
        <DropZone kind="users" />
      ) : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{reason}</MessageBarBody>
        </MessageBar>
      )}
      <ExpectedColumns />
    </PageFrame>
  );
}
