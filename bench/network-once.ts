/** Measures a network of so many partners and tells the figures as JSON. */
import { networkFigures } from './network-figures.ts';
import { tellUsage } from './tell-usage.ts';

console.log(
  JSON.stringify(
    await networkFigures(Number(process.argv[2]), {
      companies: [50, 5_000, 50_000],
      atLeast: 3,
      changes: 20_000,
    }),
  ),
);
tellUsage();
