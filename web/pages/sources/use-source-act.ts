import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SOURCES } from '../../api/sources.ts';

/** Does something to a source; everything that is told about sources is read anew afterwards, also when it failed. */
export function useSourceAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: SOURCES }),
  });
}
