import type { LocalText } from '../../src/contract/common.ts';

interface NamedOption {
  readonly name: LocalText;
  readonly optionName: LocalText | null;
}

/** A competency and its option in brackets; the only way of its time has no name. */
export function optionText({ name, optionName }: NamedOption, local: (text: LocalText) => string): string {
  return optionName === null ? local(name) : `${local(name)} (${local(optionName)})`;
}
