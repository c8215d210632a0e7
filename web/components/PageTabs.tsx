import { Tab, TabList } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';
import type { PATHS } from '../paths.ts';
import styles from './PageTabs.module.css';

export interface PageTab {
  readonly path: (typeof PATHS)[keyof typeof PATHS];
  readonly label: MessageId;
}

/** Pages that belong together, each at an address of its own, as one row of tabs. */
export function PageTabs<Key extends string>({
  tabs,
  selected,
}: {
  readonly tabs: Readonly<Record<Key, PageTab>>;
  readonly selected: Key;
}) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <TabList
      selectedValue={selected}
      className={styles.tabs!}
      onTabSelect={(_, { value }) => {
        if (value !== selected) void navigate({ to: tabs[value as Key].path });
      }}
    >
      {Object.entries<PageTab>(tabs).map(([key, { label }]) => (
        <Tab key={key} value={key}>
          {t(label)}
        </Tab>
      ))}
    </TabList>
  );
}
