import type { Diagnosis, DiagnosisFinding } from '../../contract/diagnosis.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { caseState } from '../../domain/diagnosis/case-state.ts';
import { type CheckResult, checkList } from '../../domain/diagnosis/checks.ts';
import { diagnosePerson, isAssociated } from '../../domain/diagnosis/diagnose-person.ts';
import { type Finding, remedyOf } from '../../domain/diagnosis/finding.ts';
import { type Administrator, nameAndAddress } from '../shared/administrators.ts';
import { contactFor } from '../shared/contact-for.ts';
import type { AskedSkill, LoadedSituation } from '../shared/diagnosis/load-situation.ts';

export interface Reader {
  readonly own: boolean;
  /** May see skills and records. */
  readonly skills: boolean;
}

function sourceOf({ evidence }: Finding): string | null {
  const source = evidence.provider ?? evidence.source ?? null;
  return typeof source === 'string' ? source : null;
}

interface Shown {
  readonly loaded: LoadedSituation;
  readonly skill: AskedSkill | null;
  readonly programmes: readonly Programme[];
  readonly administrators: readonly Administrator[];
  readonly person: { readonly userId: string; readonly displayName: string };
  readonly reader: Reader;
}

/** How much is on another account is told to readers of skills alone. */
function evidenceFor({ evidence }: Finding, { skills }: Reader): DiagnosisFinding['evidence'] {
  if (skills) return { ...evidence };
  const { records: _records, ...rest } = evidence;
  return rest;
}

function findingView(finding: Finding, { loaded, programmes, reader }: Shown): DiagnosisFinding {
  const { mender, step, contact } = remedyOf(finding.cause);
  const record = loaded.skills.find(({ recordId }) => recordId === finding.record);
  return {
    cause: finding.cause,
    evidence: evidenceFor(finding, reader),
    record:
      record === undefined
        ? null
        : { recordId: record.recordId, skillId: record.skillId, title: record.skillTitle },
    mender,
    step,
    contact: contactFor(programmes, contact, sourceOf(finding)),
  };
}

function checkView({ check, state, findings }: CheckResult, shown: Shown): Diagnosis['checks'][number] {
  return { check, state, findings: findings.map((finding) => findingView(finding, shown)) };
}

export function diagnosisView(shown: Shown): Diagnosis {
  const { loaded, skill, reader, person, administrators } = shown;
  const { situation, skills } = loaded;
  const diagnosis = diagnosePerson(situation);
  const counting = skills.filter(({ countsNow }) => countsNow);
  return {
    ...person,
    own: reader.own,
    skill:
      skill === null
        ? null
        : {
            id: skill.id,
            title: skill.title,
            known: skill.known,
            named: skill.named,
            counts: reader.skills ? counting.some(({ skillId }) => skillId === skill.id) : null,
          },
    records: reader.skills ? { total: skills.length, counting: counting.length } : null,
    checks: checkList(diagnosis.findings, reader.skills).map((each) => checkView(each, shown)),
    case: caseState(diagnosis, { associated: isAssociated(situation) }),
    administrators: administrators.map(nameAndAddress),
    day: situation.today,
  };
}
