import { describe, expect, it } from 'vitest';
import { peopleOf, takesPlaceOf } from '../../src/domain/evidence/evidence-facts.ts';
import { mergeEvidence } from '../../src/domain/evidence/merge-evidence.ts';
import { packPeople } from '../../src/domain/evidence/pack-people.ts';
import type { FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { person, record } from './support/ask.ts';

const first = packPeople(['p1', 'p2', 'p3', 'p4'].map((id) => person(id, ['exam:a'])));

/** What was told a moment ago of two people, and the segment into which a new fact was folded with it. */
function folded(more: readonly FactsPerson[]) {
  const told = [person('p2', ['exam:b']), person('p4', ['exam:b'], { employedUntil: null })];
  const earlier = packPeople(told);
  const before = peopleOf(mergeEvidence([first, earlier]));
  const later = packPeople([...told.filter(({ id }) => more.every((one) => one.id !== id)), ...more]);
  takesPlaceOf(later, [earlier]);
  const after = peopleOf(mergeEvidence([first, later]));
  return after.filter((one) => !before.includes(one)).map(({ id }) => id);
}

describe('people of whom a folded segment tells the same', () => {
  it('are the same objects as before', () => {
    expect(folded([person('p3', ['exam:c'])])).toEqual(['p3']);
    expect(folded([])).toEqual([]);
  });

  it('are others as soon as one field is, or is absent', () => {
    expect(folded([person('p2', ['exam:c'])])).toEqual(['p2']);
    expect(folded([person('p4', ['exam:b'])])).toEqual(['p4']);
    expect(folded([person('p4', ['exam:b'], { employedUntil: '2018-01-01' })])).toEqual(['p4']);
    const records = [record('p2-1', 'exam:b', { expiresOn: null })];
    expect(folded([person('p2', [], { records })])).toEqual(['p2']);
    expect(folded([person('p2', ['exam:b', 'exam:c'])])).toEqual(['p2']);
  });

  it('are so also over segments that nobody has looked at', () => {
    const [one, two, three] = [['exam:b'], ['exam:b', 'exam:c'], ['exam:b']].map((skills) =>
      packPeople([person('p1', ['exam:d']), person('p2', skills)]),
    );
    const before = peopleOf(one!);
    takesPlaceOf(two!, [one!]);
    takesPlaceOf(three!, [two!]);
    expect(peopleOf(three!)).toEqual(before);
    expect(peopleOf(three!)[0]).toBe(before[0]);
  });
});
