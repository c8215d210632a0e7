/** `jalon risk`: facts files in, what each partner may lose until a day out; no database. */
import {
  createRiskProjector,
  type InvalidRiskQuestion,
  RiskProjector,
} from '../domain/projection/level-risk.ts';
import { inLayout } from './answer-stream.ts';
import {
  badDay,
  badKnownAt,
  DEFAULT_PROGRAMME,
  type FactsIo,
  factsArguments,
  findProgramme,
  required,
  runFactsCommand,
  UsageProblem,
} from './facts-command.ts';

const USAGE =
  'jalon risk --facts FILE|- --as-of YYYY-MM-DD --until YYYY-MM-DD [--programme P] [--known-at T]';

const OPTIONS = {
  facts: { type: 'string' },
  programme: { type: 'string', default: DEFAULT_PROGRAMME },
  'as-of': { type: 'string' },
  until: { type: 'string' },
  'known-at': { type: 'string' },
  // Every command that prints data takes it; here the output is JSON in any case.
  json: { type: 'boolean', default: true },
} as const;

function describeQuestion({ field, problem, value }: InvalidRiskQuestion): string {
  if (field === 'knownAt') return badKnownAt(value);
  if (problem === 'before-as-of') return `--until ${value} is before --as-of`;
  return badDay(field === 'until' ? 'until' : 'as-of', value);
}

export async function riskCommand(args: string[], io: FactsIo, catalogueRoot: string): Promise<number> {
  return runFactsCommand('risk', io, async () => {
    const options = factsArguments(args, OPTIONS, USAGE);
    const file = required(options.facts, 'facts', USAGE);
    const validAt = required(options['as-of'], 'as-of', USAGE);
    const until = required(options.until, 'until', USAGE);
    const programme = await findProgramme(options.programme, catalogueRoot);
    const projector = createRiskProjector(programme, {
      validAt,
      until,
      knownAt: options['known-at'] ?? null,
    });
    if (!(projector instanceof RiskProjector)) throw new UsageProblem(describeQuestion(projector));
    return {
      file,
      answer: (facts, layout) => {
        const answer = projector.project(facts);
        return answer.kind === 'invalid-facts' ? answer : inLayout(answer.risk, layout);
      },
    };
  });
}
