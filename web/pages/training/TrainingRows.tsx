import { Tab, TabList } from '@fluentui/react-components';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { CompletionRows } from './CompletionRows.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import { ROWS_ID } from './RowsLink.tsx';
import styles from './Training.module.css';

/** The people and the completions that the figures count. */
export function TrainingRows() {
  const t = useText();
  const [url, patch] = useUrlState();
  const view = url.view === 'completions' ? 'completions' : 'people';
  return (
    <section id={ROWS_ID} className={`${card.card} ${styles.rows}`}>
      <h2>{t('training.rows')}</h2>
      <TabList
        selectedValue={view}
        className="no-print"
        onTabSelect={(_, data) =>
          patch({
            view: data.value === 'completions' ? 'completions' : undefined,
            ...{ month: undefined, user: undefined, orderby: undefined },
          })
        }
      >
        <Tab value="people">{t('training.tab.people')}</Tab>
        <Tab value="completions">{t('training.tab.completions')}</Tab>
      </TabList>
      {view === 'people' ? <PeopleRows /> : <CompletionRows />}
    </section>
  );
}
