import type { LocalText } from '../../contract/common.ts';
import type { AttainmentOption, Programme } from '../../domain/catalogue/catalogue.ts';

export interface NamedOption {
  readonly competency: string;
  readonly option: string | null;
  readonly name: LocalText;
  readonly optionName: LocalText | null;
}

/** The only option of its time has no name for the reader: there is nothing to tell it from. */
export function optionName({ id, name }: AttainmentOption): LocalText | null {
  return id === null ? null : name;
}

const tables = new WeakMap<Programme, Map<string, NamedOption>>();

function tableOf(programme: Programme): Map<string, NamedOption> {
  let table = tables.get(programme);
  if (table === undefined) {
    table = new Map();
    for (const { id: competency, name, options } of programme.competencies) {
      for (const option of options) {
        table.set(`${competency}/${option.id}`, {
          competency,
          option: option.id,
          name,
          optionName: optionName(option),
        });
      }
    }
    tables.set(programme, table);
  }
  return table;
}

/** An option with the names of its competency and of itself; the same object each time. */
export function namedOption(
  programme: Programme,
  { competency, option }: { readonly competency: string; readonly option: string | null },
): NamedOption {
  const named = tableOf(programme).get(`${competency}/${option}`);
  if (named === undefined) throw new Error(`the programme has no option ${competency}/${option}`);
  return named;
}
