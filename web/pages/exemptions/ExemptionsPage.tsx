import { Button, Dialog } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Exemptions, ExemptionView } from '../../../src/contract/exemptions.ts';
import { exemptionsQuery } from '../../api/queries.ts';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelMark } from '../../components/LevelMark.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { addDays } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { EndExemptionDialog } from './EndExemptionDialog.tsx';
import styles from './Exemptions.module.css';
import { GiveExemptionDialog } from './GiveExemptionDialog.tsx';

function Row({ exemption, onDone }: { exemption: ExemptionView; onDone: () => void }) {
  const t = useText();
  const local = useLocalText();
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const { competency, name, level, from, until, reason, running } = exemption;
  return (
    <tr>
      <td data-label="">
        <Link to={PATHS.competency} params={{ competency }} className={table.link}>
          {local(name)}
        </Link>{' '}
        <LevelMark level={level} size={20} />
      </td>
      <td data-label={t('exemptions.first')}>{from === null ? '–' : <DateText on={from} short />}</td>
      <td data-label={t('exemptions.last')}>
        {until === null ? t('exemptions.noEnd') : <DateText on={addDays(until, -1)} relative short />}
        {!running && <span className={table.quiet}> {t('exemptions.over')}</span>}
      </td>
      <td data-label={t('exemptions.reason')} className={styles.reason}>
        {reason}
      </td>
      {can('give-exemptions') && (
        <td data-label="">
          {running && (
            <>
              <Button size="small" onClick={() => setOpen(true)}>
                {t('exemptions.end')}
              </Button>
              <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
                <EndExemptionDialog exemption={exemption} onClose={() => setOpen(false)} onDone={onDone} />
              </Dialog>
            </>
          )}
        </td>
      )}
    </tr>
  );
}

function List({ exemptions, onDone }: { exemptions: Exemptions['value']; onDone: () => void }) {
  const t = useText();
  const { can } = useSession();
  if (exemptions.length === 0) {
    return (
      <EmptyState icon={<ShieldCheckmarkRegular />} title={t('exemptions.nothing')}>
        <p>{t('exemptions.nothingText')}</p>
      </EmptyState>
    );
  }
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('exemptions.title')}>
        <thead>
          <tr>
            <th>{t('exemptions.level')}</th>
            <th>{t('exemptions.first')}</th>
            <th>{t('exemptions.last')}</th>
            <th>{t('exemptions.reason')}</th>
            {can('give-exemptions') && (
              <th>
                <span className="visually-hidden">{t('exemptions.end')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {exemptions.map((exemption) => (
            <Row key={exemption.exemptionId} exemption={exemption} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Levels that the network lets the company hold for a time; who may gives and ends them here. */
export function ExemptionsPage() {
  const t = useText();
  const client = useQueryClient();
  const partner = usePartnerId();
  const { question, can, partner: company } = useSession();
  const [open, setOpen] = useState(false);
  const query = useQuery(exemptionsQuery(partner, question.programme));
  // A level that is held, or no longer, changes every page of the company.
  const changed = () => void client.invalidateQueries({ queryKey: ['partner', partner] });
  return (
    <PageFrame
      page="exemptions"
      title={t('exemptions.title')}
      lead={t('exemptions.lead', { company: company?.name ?? '' })}
      ability="competencies"
      choice={<ProgrammeChoice />}
      actions={
        can('give-exemptions') && (
          <Button appearance="primary" onClick={() => setOpen(true)}>
            {t('exemptions.give')}
          </Button>
        )
      }
    >
      <QueryView query={query} skeleton={<Bones count={3} height={44} />}>
        {({ value, programme, latestUntil }) => (
          <>
            <List exemptions={value} onDone={changed} />
            <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
              <GiveExemptionDialog
                programme={programme}
                latestUntil={latestUntil}
                onClose={() => setOpen(false)}
                onDone={changed}
              />
            </Dialog>
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
