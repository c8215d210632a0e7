import { Button, Checkbox } from '@fluentui/react-components';
import { GridRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { MatrixPerson, SkillsMatrix } from '../../../src/contract/skills-matrix.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { type UrlState, useUrlState } from '../../components/url-state.ts';
import { useWindowedRows, type WindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { MatrixChips } from './MatrixChips.tsx';
import { MatrixChoices } from './MatrixChoices.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import styles from './SkillsMatrix.module.css';

type Rows = WindowedRows<MatrixPerson, SkillsMatrix>;

/** What the address asks for; the matrix and the file send exactly this. */
function useMatrix() {
  const partner = usePartnerId();
  const { question } = useSession();
  const [url] = useUrlState();
  const { competency, option, standing, ending, location, team, search, everyone, allSkills, orderby } = url;
  const parameters = {
    ...question,
    ...{ competency, option, standing, ending, location, team, search, everyone, allSkills, orderby },
  };
  const rows: Rows = useWindowedRows<MatrixPerson, SkillsMatrix>(
    ['partner', partner, 'skills-matrix', parameters],
    (skip, top, signal) =>
      getJson<SkillsMatrix>(`/partners/${partner}/skills-matrix`, { ...parameters, skip, top }, signal),
  );
  return { rows, parameters };
}

const NO_CHOICE: UrlState = {
  standing: undefined,
  ending: undefined,
  location: undefined,
  team: undefined,
  search: undefined,
};

function Nothing({ matrix }: { matrix: SkillsMatrix }) {
  const t = useText();
  const [, patch] = useUrlState();
  const icon = <GridRegular />;
  if (matrix.counts.skills === 0) return <EmptyState icon={icon} title={t('matrix.noSkills')} />;
  if (matrix.total > 0) {
    return (
      <EmptyState icon={icon} title={t('matrix.nothing')}>
        <Button onClick={() => patch(NO_CHOICE)}>{t('matrix.clear')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title={t('matrix.empty')}>
      <p>{t('matrix.empty.hint')}</p>
      <Button onClick={() => patch({ everyone: 'true', allSkills: 'true' })}>{t('matrix.everyone')}</Button>
      <Link to={PATHS.usersReport} search={{ associated: 'no' }} className={table.link}>
        {t('usersReport.title')}
      </Link>
    </EmptyState>
  );
}

function Toolbar({ matrix, rows }: { matrix: SkillsMatrix; rows: Rows }) {
  const t = useText();
  const [url, patch] = useUrlState();
  const unheld = matrix.counts.skills - matrix.skills.length;
  const everySkill = url.allSkills === 'true';
  const flag = (on: unknown) => (on === true ? 'true' : undefined);
  return (
    <div className={`${styles.toolbar} no-print`}>
      <UrlSearchBox label={t('matrix.search')} width={260} />
      <Checkbox
        label={t('matrix.everyone')}
        checked={url.everyone === 'true'}
        onChange={(_, data) => patch({ everyone: flag(data.checked) })}
      />
      {(unheld > 0 || everySkill) && (
        <Checkbox
          label={t('matrix.allSkills', {
            count: matrix.skills.filter(({ held }) => held === 0).length + unheld,
          })}
          checked={everySkill}
          onChange={(_, data) => patch({ allSkills: flag(data.checked) })}
        />
      )}
      <span className={styles.hint}>
        {t('matrix.count', { count: rows.count, skills: matrix.skills.length })}
      </span>
    </div>
  );
}

function Content({ matrix, rows }: { matrix: SkillsMatrix; rows: Rows }) {
  return (
    <>
      <MatrixChoices matrix={matrix} />
      <MatrixChips matrix={matrix} />
      <Toolbar matrix={matrix} rows={rows} />
      {rows.count === 0 || matrix.skills.length === 0 ? (
        <Nothing matrix={matrix} />
      ) : (
        <MatrixGrid matrix={matrix} rows={rows} />
      )}
    </>
  );
}

function Download({ rows, parameters }: ReturnType<typeof useMatrix>) {
  const t = useText();
  const dates = useDates();
  const { day } = useSession();
  const skills = rows.head.data?.skills.length ?? 0;
  if (rows.count === 0) return null;
  return (
    <DownloadReport
      report="skills-matrix"
      label={t('matrix.download')}
      parameters={parameters}
      contents={t('matrix.contents', { count: rows.count, skills, day: dates.day(day) })}
      reason={null}
    />
  );
}

/** People and the skills that a competency asks for. The address holds the whole state. */
export function SkillsMatrixPage() {
  const t = useText();
  const found = useMatrix();
  return (
    <PageFrame
      page="skills-matrix"
      title={t('matrix.title')}
      crumbs={[{ to: PATHS.competencies, label: t('nav.competencies') }]}
      ability="skills-report"
      lead={t('matrix.lead')}
      choice={<ProgrammeChoice />}
      actions={<Download {...found} />}
      fill
    >
      <QueryView query={found.rows.head} skeleton={<Bones count={10} height={46} />}>
        {(matrix) => <Content matrix={matrix} rows={found.rows} />}
      </QueryView>
    </PageFrame>
  );
}
