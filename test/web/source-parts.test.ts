import { expect, it } from 'vitest';
import { sourceParts } from '../../web/components/source-parts.ts';

const wordsOf = (cited: string) =>
  sourceParts(cited)
    .map(({ text }) => text)
    .join('');
const linksOf = (cited: string) => sourceParts(cited).flatMap(({ href }) => (href === null ? [] : [href]));

it.each([
  [
    'MicrosoftDocs/partner-center-pr.fr-fr branch master-sxs (commit 6b3708b5), partner-center/competency-devops.md',
    'MicrosoftDocs, competency-devops',
    [
      'https://github.com/MicrosoftDocs/partner-center-pr.fr-fr/blob/6b3708b5/partner-center/competency-devops.md',
    ],
  ],
  [
    'MicrosoftDocs/partner-center-pr.fr-fr live partner-center/learn-about-competencies.md (2021-06)',
    'MicrosoftDocs, learn-about-competencies (2021-06)',
    [
      'https://github.com/MicrosoftDocs/partner-center-pr.fr-fr/blob/live/partner-center/learn-about-competencies.md',
    ],
  ],
  [
    'kvamseek/partner-center specializations.md (commit 85eb3c4, 2023-10)',
    'kvamseek, specializations (2023-10)',
    ['https://github.com/kvamseek/partner-center/blob/85eb3c4/specializations.md'],
  ],
  [
    'Copies of a guide of 2023 (https://www.scribd.com/document/1/Guide) and 2024 (https://a.blogspot.com/tiers.html)',
    'Copies of a guide of 2023 (scribd.com) and 2024 (a.blogspot.com)',
    ['https://www.scribd.com/document/1/Guide', 'https://a.blogspot.com/tiers.html'],
  ],
  ['The guide of the programme, printed edition', 'The guide of the programme, printed edition', []],
])('the source %s is read as a publisher and a page', (cited, words, links) => {
  expect([wordsOf(cited), linksOf(cited)]).toEqual([words, links]);
});
