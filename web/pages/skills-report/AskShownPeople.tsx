import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { getJson } from '../../api/client.ts';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import type { reportParameters } from './report-filters.ts';

/** Rows that one answer gives at most. */
const PAGE = 10_000;

interface AskShownPeopleProps {
  readonly report: SkillsReport;
  readonly parameters: ReturnType<typeof reportParameters>;
}

/** Asks those whose rows are shown to check their lists. */
export function AskShownPeople({ report, parameters }: AskShownPeopleProps) {
  const t = useText();
  const partner = usePartnerId();
  const count = report.summary.people;
  const people = async () => {
    const ids = new Set<string>();
    for (let skip = 0; skip < report.count; skip += PAGE) {
      const asked = { ...parameters, orderby: undefined, skip, top: PAGE };
      const page = await getJson<SkillsReport>(`/partners/${partner}/skills-report`, asked);
      for (const { userId } of page.value) ids.add(userId);
    }
    return [...ids];
  };
  if (count === 0) return null;
  return (
    <RemindButton asking="check" label={t('listCheck.askMany', { count })} count={count} people={people} />
  );
}
