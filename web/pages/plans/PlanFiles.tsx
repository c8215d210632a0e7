import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { getFile, saveFile } from '../../api/client.ts';
import { planPath } from '../../api/plans.ts';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PLAN_FORMATS, type PlanFormat } from './plan-files.ts';

/** The plan as a table to work with or a document to hand on. */
export function PlanFiles({ planId }: { planId: string }) {
  const t = useText();
  const { locale } = useLocale();
  const partner = usePartnerId();
  const download = useMutation({
    mutationFn: (format: PlanFormat) =>
      getFile(`${planPath(partner, planId)}/file`, { format, lang: locale }),
    onSuccess: saveFile,
  });
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={download.isPending}>
            {t(download.isPending ? 'download.working' : 'plans.file')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList aria-label={t('download.menu')}>
            {(Object.keys(PLAN_FORMATS) as PlanFormat[]).map((format) => (
              <MenuItem key={format} onClick={() => download.mutate(format)}>
                {t(PLAN_FORMATS[format])}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {download.isError && <Failure>{t('download.failed')}</Failure>}
    </>
  );
}
