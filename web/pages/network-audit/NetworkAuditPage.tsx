import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, HistoryRegular } from '@fluentui/react-icons';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getFile, saveFile } from '../../api/client.ts';
import { NETWORK_AUDIT, networkAuditQuery } from '../../api/network-audit.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { AuditEventList } from './AuditEventList.tsx';
import { AUDIT_CONDITIONS, AuditFilters } from './AuditFilters.tsx';
import styles from './NetworkAudit.module.css';

function useConditions() {
  const [url] = useUrlState();
  return Object.fromEntries(
    AUDIT_CONDITIONS.flatMap((name) => (url[name] === undefined ? [] : [[name, url[name]]])),
  );
}

/** What was done in all companies, for the operator: found, read in words, and taken along as a file. */
export function NetworkAuditPage() {
  const t = useText();
  const { locale } = useLocale();
  const conditions = useConditions();
  const query = useInfiniteQuery(networkAuditQuery(conditions));
  const download = useMutation({
    mutationFn: () => getFile(NETWORK_AUDIT, { ...conditions, format: 'csv', lang: locale }),
    onSuccess: saveFile,
  });
  return (
    <PageFrame
      page="network-audit"
      title={t('networkAudit.title')}
      lead={t('networkAudit.lead')}
      actions={
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={download.isPending}
          onClick={() => download.mutate()}
        >
          {download.isPending ? t('download.working') : t('networkAudit.download')}
        </Button>
      }
    >
      <div className={styles.layout}>
        {download.isError && <Failure>{t('download.failed')}</Failure>}
        <AuditFilters key={JSON.stringify(conditions)} />
        <QueryView query={query} skeleton={<Bones count={10} height={48} />}>
          {({ pages }) =>
            pages[0]!.value.length === 0 ? (
              <EmptyState icon={<HistoryRegular />} title={t('networkAudit.none')}>
                <p>{t('networkAudit.none.text')}</p>
              </EmptyState>
            ) : (
              <>
                <AuditEventList events={pages.flatMap(({ value }) => value)} />
                {query.isFetchNextPageError && <Failure>{t('networkAudit.more.failed')}</Failure>}
                {query.hasNextPage && (
                  <Button
                    className={styles.more!}
                    disabledFocusable={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t('networkAudit.more')}
                  </Button>
                )}
              </>
            )
          }
        </QueryView>
      </div>
    </PageFrame>
  );
}
