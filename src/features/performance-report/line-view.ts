import type { LocalText } from '../../contract/common.ts';
import {
  listTitle,
  PEOPLE_UNIT,
  POINTS_UNIT,
  peopleTitle,
  SCORE_TITLE,
} from '../../contract/messages/performance-texts.ts';
import type { LineBasis, LineMonth, PerformanceLine } from '../../contract/performance-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { LineMonth as MonthFigures } from '../../domain/performance-report/line-months.ts';
import type { LineSubject } from '../../domain/performance-report/requirement-lines.ts';
import { formatMonth } from '../../domain/time/day.ts';
import { optionName } from '../shared/option-names.ts';
import type { LineFigures } from './line-figures.ts';

const BASES: Readonly<Record<LineSubject['kind'], LineBasis>> = {
  people: 'skills',
  performance: 'performance',
  score: 'score',
  'score-metric': 'score',
  asset: 'company',
  'asset-count': 'company',
  attained: 'company',
};

function nameIn(things: ReadonlyMap<string, { readonly name: LocalText }>, id: string): LocalText {
  return things.get(id)?.name ?? { fr: id, en: id };
}

/** Exams by their codes, which everybody knows them by; everything else by its title. */
function skillName({ skills }: Programme, id: string): string {
  const skill = skills.get(id);
  if (skill === undefined) return id;
  return skill.kind === 'exam' ? skill.code : skill.title;
}

function titleOf(programme: Programme, subject: LineSubject): LocalText {
  switch (subject.kind) {
    case 'people': {
      const group = programme.groups.get(subject.group ?? '')?.name ?? null;
      return peopleTitle({ ...subject, group }, (id) => skillName(programme, id));
    }
    case 'performance':
      return nameIn(programme.metrics, subject.rule.metric);
    case 'score-metric':
      return nameIn(programme.metrics, subject.metric);
    case 'score':
      return SCORE_TITLE;
    case 'asset':
      return nameIn(programme.assets, subject.asset);
    case 'asset-count':
      return listTitle(
        'assets',
        subject.anyOf.map((id) => nameIn(programme.assets, id)),
      );
    case 'attained':
      return listTitle(
        'attained',
        subject.anyOf.map(({ competency, level }) => {
          const of = programme.competencies.find(({ id }) => id === competency)?.name;
          const rank = programme.levels.find(({ id }) => id === level)?.name;
          return { fr: `${of?.fr} ${rank?.fr}`, en: `${of?.en} ${rank?.en}` };
        }),
      );
  }
}

function unitOf({ metrics }: Programme, subject: LineSubject): LocalText | null {
  switch (subject.kind) {
    case 'people':
      return PEOPLE_UNIT;
    case 'score':
    case 'score-metric':
      return POINTS_UNIT;
    case 'performance':
      // What is counted are reported values, not what they measure.
      return subject.rule.measure === 'count' ? null : (metrics.get(subject.rule.metric)?.unit ?? null);
    default:
      return null;
  }
}

export function lineView(programme: Programme, line: LineFigures): PerformanceLine {
  const { id, competency, option, subject, oneOf, have, trailing, anniversaryYear, levels } = line;
  const metric =
    subject.kind === 'performance'
      ? subject.rule.metric
      : subject.kind === 'score-metric'
        ? subject.metric
        : null;
  return {
    id,
    competency: competency.id,
    name: competency.name,
    option: option.id,
    optionName: optionName(option),
    basis: BASES[subject.kind],
    title: titleOf(programme, subject),
    unit: unitOf(programme, subject),
    metric,
    metricKind: metric === null ? null : (programme.metrics.get(metric)?.kind ?? null),
    window: subject.kind === 'performance' ? subject.rule.window : null,
    oneOf,
    max: 'max' in subject ? subject.max : null,
    have,
    trailing,
    anniversaryYear,
    levels: [...levels],
  };
}

export function monthView({ month, thresholds, ...figures }: MonthFigures): LineMonth {
  return { ...figures, month: formatMonth(month), thresholds: Object.fromEntries(thresholds) };
}
