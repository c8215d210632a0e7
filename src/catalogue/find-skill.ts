/** From what a file or a person wrote to the skill that is meant: an id, an exam code or a title. */
import type { Programme, Skill, SkillKind } from '../domain/catalogue/catalogue.ts';

export type SkillMatch =
  | { readonly kind: 'found'; readonly skill: Skill }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Skill[] }
  | { readonly kind: 'unknown' };

/** `kindHint` narrows several matches to the kind the file names, where it names one. */
export type SkillFinder = (text: string, kindHint?: SkillKind) => SkillMatch;

/** Builds the indexes once; each look-up is then a few map reads. */
export function skillFinder(programme: Pick<Programme, 'skills' | 'aliases'>): SkillFinder {
  const byId = new Map<string, Skill>();
  const byCode = new Map<string, Skill[]>();
  const byTitle = new Map<string, Skill[]>();
  for (const skill of programme.skills.values()) {
    byId.set(skill.id.toLowerCase(), skill);
    add(byCode, skill.code.toLowerCase(), skill);
    add(byTitle, comparableTitle(skill.title), skill);
  }
  for (const [alias, id] of programme.aliases) {
    const skill = programme.skills.get(id);
    if (skill !== undefined) byId.set(alias.toLowerCase(), skill);
  }
  return (text, kindHint) => {
    const written = text.trim().toLowerCase();
    const known = byId.get(written);
    if (known !== undefined) return { kind: 'found', skill: known };
    const coded = matchCode(written.replace(/^exam\s+/, ''), byCode);
    if (coded.kind !== 'unknown') return coded;
    return matchOf(byTitle.get(comparableTitle(text)) ?? [], kindHint);
  };
}

function add(index: Map<string, Skill[]>, key: string, skill: Skill): void {
  const skills = index.get(key);
  if (skills === undefined) index.set(key, [skill]);
  else skills.push(skill);
}

/** A code without its prefix. Where an exam has it, the exam is meant, whatever else shares it. */
function matchCode(code: string, byCode: ReadonlyMap<string, readonly Skill[]>): SkillMatch {
  // Transcripts print the numbered exams without their family: 764 for 70-764, 343 for 74-343.
  const families = /^\d{3}$/.test(code) ? ['70', '74', '77', '98'] : [];
  const written = [code, ...families.map((family) => `${family}-${code}`)];
  const skills = written.map((candidate) => byCode.get(candidate)).find((found) => found !== undefined) ?? [];
  const exams = skills.filter((skill) => skill.kind === 'exam');
  return matchOf(exams.length > 0 ? exams : skills);
}

function matchOf(skills: readonly Skill[], kindHint?: SkillKind): SkillMatch {
  const ofKind = skills.filter((skill) => skill.kind === kindHint);
  const candidates = skills.length > 1 && ofKind.length > 0 ? ofKind : skills;
  if (candidates.length > 1) return { kind: 'ambiguous', candidates };
  const skill = candidates[0];
  return skill === undefined ? { kind: 'unknown' } : { kind: 'found', skill };
}

/** Titles are compared without case, accents, punctuation and the prefix "Microsoft Certified:". */
export function comparableTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*microsoft certified\s*:/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bd365\b/g, 'dynamics 365')
    .trim();
}
