import type { FactsPerson } from '../facts/facts-document.ts';

type Field = string | number | null | undefined | readonly object[];

function sameItems(left: Field, right: Field): boolean {
  if (left === right) return true;
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((item, index) => sameFields(item, right[index]));
}

/** Of objects of texts, numbers and lists of such objects. What is absent is something else than `null`. */
function sameFields(left: object, right: object): boolean {
  for (const field in right) if (!(field in left)) return false;
  for (const field in left) {
    if (!(field in right) || !sameItems(left[field as never], right[field as never])) return false;
  }
  return true;
}

/** Whether the same is told of a person, field for field. */
export function samePerson(left: FactsPerson, right: FactsPerson): boolean {
  return sameFields(left, right);
}
