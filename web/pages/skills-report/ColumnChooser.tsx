import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { TableSettingsRegular } from '@fluentui/react-icons';
import type { SkillsReportColumn } from '../../../src/contract/skills-report.ts';
import { useText } from '../../messages/use-text.ts';
import { COLUMN_IDS, REPORT_COLUMNS } from './report-columns.tsx';

interface ColumnChooserProps {
  readonly chosen: readonly SkillsReportColumn[];
  readonly onChoose: (columns: readonly SkillsReportColumn[]) => void;
}

export function ColumnChooser({ chosen, onChoose }: ColumnChooserProps) {
  const t = useText();
  return (
    <Menu
      checkedValues={{ columns: [...chosen] }}
      onCheckedValueChange={(_, data) => {
        const kept = COLUMN_IDS.filter((id) => data.checkedItems.includes(id));
        if (kept.length > 0) onChoose(kept);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<TableSettingsRegular />}>{t('report.columns')}</Button>
      </MenuTrigger>
      <MenuPopover style={{ maxHeight: '60vh', overflowY: 'auto' }}>
        <MenuList>
          {COLUMN_IDS.map((id) => (
            <MenuItemCheckbox key={id} name="columns" value={id} persistOnClick>
              {t(REPORT_COLUMNS[id].header)}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
