/** The whole invented network for the day on which it is made. */
import type { Day } from '../../domain/time/day.ts';
import { adatum } from './adatum.ts';
import { contoso } from './contoso.ts';
import type { DemoNetwork } from './demo-plan.ts';
import { fabrikam } from './fabrikam.ts';
import { northwind } from './northwind.ts';
import { tailspin } from './tailspin.ts';

export function demoNetwork(today: Day, options: { readonly large: boolean }): DemoNetwork {
  return {
    partners: [
      contoso(today),
      fabrikam(today),
      northwind(today),
      tailspin(today),
      ...(options.large ? [adatum(today)] : []),
    ],
    staff: [
      {
        firstName: 'Inès',
        lastName: 'Roussel',
        workEmail: 'programme-operator@contoso.example',
        locale: 'fr',
        role: 'programme-operator',
      },
      {
        firstName: 'Victor',
        lastName: 'Lemoine',
        workEmail: 'programme-support@contoso.example',
        locale: 'fr',
        role: 'programme-support',
      },
    ],
  };
}
