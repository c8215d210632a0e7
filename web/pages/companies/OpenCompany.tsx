import { Button, Checkbox, Dialog } from '@fluentui/react-components';
import { useState } from 'react';
import type { OpenedCompany } from '../../../src/contract/joining.ts';
import { sendJson } from '../../api/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { AdminFields, CompanyFields } from '../join/CompanyFields.tsx';
import { companyOf, isAdmin, isCompany, NO_ADMIN, NO_COMPANY } from '../join/join-draft.ts';
import type { Opened } from './OpenedNote.tsx';
import { useCompanyAct } from './use-company-act.ts';

/** Opens a company with its first global admin. */
export function OpenCompany({ onOpened }: { onOpened: (opened: Opened) => void }) {
  const t = useText();
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const [company, setCompany] = useState(NO_COMPANY);
  const [admin, setAdmin] = useState(NO_ADMIN);
  const [enrol, setEnrol] = useState(true);
  const make = useCompanyAct(() => {
    const { legalName, ...rest } = companyOf(company);
    return sendJson<OpenedCompany>('POST', '/network/companies', {
      ...rest,
      name: legalName,
      admin,
      locale,
      enrol,
    });
  });
  const send = () =>
    make.mutate(undefined, {
      onSuccess: ({ firstSignIn }) => {
        setOpen(false);
        if (firstSignIn !== null) onOpened({ company: company.legalName, firstSignIn });
        setCompany(NO_COMPANY);
        setAdmin(NO_ADMIN);
      },
    });
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('companies.open')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <FormDialog
          title={t('companies.open')}
          submit={t('companies.open')}
          back={t('companies.back')}
          failure={make.failure}
          pending={make.isPending}
          complete={isCompany(company) && isAdmin(admin)}
          onSubmit={send}
          onClose={() => setOpen(false)}
        >
          {(sent) => (
            <>
              <p>{t('companies.open.effect')}</p>
              <CompanyFields draft={company} sent={sent} onChange={setCompany} />
              <AdminFields draft={admin} sent={sent} onChange={setAdmin} />
              <Checkbox
                checked={enrol}
                label={t('companies.open.enrol')}
                onChange={(_, data) => setEnrol(data.checked === true)}
              />
            </>
          )}
        </FormDialog>
      </Dialog>
    </>
  );
}
