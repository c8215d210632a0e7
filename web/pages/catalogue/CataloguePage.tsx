import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../../api/catalogue-versions.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Catalogue.module.css';
import { ProgrammeVersions } from './ProgrammeVersions.tsx';

/** Which rules are in force, which were, which will be, and the drafts of others. */
export function CataloguePage() {
  const t = useText();
  const query = useQuery(catalogueQuery);
  return (
    <PageFrame page="catalogue" title={t('catalogue.title')} lead={t('catalogue.lead')}>
      <QueryView query={query} skeleton={<Bones count={6} height={72} />}>
        {({ value }) => (
          <div className={styles.layout}>
            {value.map((each) => (
              <ProgrammeVersions key={each.programme.id} versions={each} />
            ))}
          </div>
        )}
      </QueryView>
    </PageFrame>
  );
}
