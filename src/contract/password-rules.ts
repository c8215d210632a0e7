/** Which passwords are refused, on the page and at the server alike. Length counts; mixtures of signs are not asked for. */
import { SHORTEST_PASSWORD } from './forms.ts';

const LONGEST_PASSWORD = 1024;

export const PASSWORD_WEAKNESSES = [
  'too-short',
  'too-long',
  'too-common',
  'tells-who-you-are',
  /** The one that is to be changed; only the server knows. */
  'same-as-before',
] as const;
export type PasswordWeakness = (typeof PASSWORD_WEAKNESSES)[number];

/** What guessing begins with once it must be long: these words with figures and signs around them. */
const COMMON_WORDS = new Set([
  'administrateur',
  'administrator',
  'azerty',
  'azertyuiop',
  'bienvenue',
  'bonjour',
  'changeme',
  'changezmoi',
  'entreprise',
  'iloveyou',
  'jalon',
  'letmein',
  'microsoft',
  'motdepasse',
  'partenaire',
  'partner',
  'partnercenter',
  'passe',
  'password',
  'qwerty',
  'qwertyuiop',
  'soleil',
  'temporaire',
  'welcome',
]);

const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** Signs that are needed beside what everybody knows about a person. */
const OWN_SIGNS = 8;
const FEWEST_DIFFERENT = 5;

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isSequence(text: string): boolean {
  return SEQUENCES.some((line) => {
    const endless = line.repeat(Math.ceil(text.length / line.length) + 1);
    return endless.includes(text) || endless.includes([...text].reverse().join(''));
  });
}

function isCommon(text: string): boolean {
  const words = text
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ');
  return (
    new Set(text).size < FEWEST_DIFFERENT || isSequence(text) || words.every((word) => COMMON_WORDS.has(word))
  );
}

/** @param about what everybody knows of the person: names and work e-mail */
function tellsWho(text: string, about: readonly string[]): boolean {
  const words = about
    .flatMap((one) => folded(one).split(/[^a-z0-9]+/))
    .filter((word) => word.length >= 3)
    .sort((left, right) => right.length - left.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && rest.replace(/[^a-z0-9]/g, '').length < OWN_SIGNS;
}

/** Why a password is refused; `null` for one that may be taken. */
export function passwordWeakness(password: string, about: readonly string[]): PasswordWeakness | null {
  if (password.length < SHORTEST_PASSWORD) return 'too-short';
  if (password.length > LONGEST_PASSWORD) return 'too-long';
  const text = folded(password);
  if (isCommon(text)) return 'too-common';
  return tellsWho(text, about) ? 'tells-who-you-are' : null;
}
