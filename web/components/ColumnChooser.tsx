import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { TableSettingsRegular } from '@fluentui/react-icons';
import { useText } from '../messages/use-text.ts';

interface ColumnChooserProps<Id extends string> {
  /** All columns of the report, in their order. */
  readonly columns: readonly { readonly id: Id; readonly header: string }[];
  readonly chosen: readonly Id[];
  readonly onChoose: (columns: readonly Id[]) => void;
}

export function ColumnChooser<Id extends string>({ columns, chosen, onChoose }: ColumnChooserProps<Id>) {
  const t = useText();
  return (
    <Menu
      checkedValues={{ columns: [...chosen] }}
      onCheckedValueChange={(_, data) => {
        const kept = columns.map(({ id }) => id).filter((id) => data.checkedItems.includes(id));
        if (kept.length > 0) onChoose(kept);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<TableSettingsRegular />}>{t('report.columns')}</Button>
      </MenuTrigger>
      <MenuPopover style={{ maxHeight: '60vh', overflowY: 'auto' }}>
        <MenuList>
          {columns.map(({ id, header }) => (
            <MenuItemCheckbox key={id} name="columns" value={id} persistOnClick>
              {header}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
