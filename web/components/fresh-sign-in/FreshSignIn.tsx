import { type ReactNode, useCallback, useRef, useState } from 'react';
import { problemCode } from '../../api/problem-error.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type Act<T> = () => Promise<T>;

interface Waiting {
  readonly goOn: () => void;
  readonly giveUp: () => void;
}

/** Somebody closed the question who he or she is: nothing was done, and there is nothing to tell. */
export class NotConfirmed extends Error {}

/**
 * Runs acts that the server allows only after a fresh sign-in. When it asks for one, the question is put to the
 * reader, and the act is run again after the answer. `dialog` belongs somewhere on the page.
 */
export function useFreshAct(): { run<T>(act: Act<T>): Promise<T>; readonly dialog: ReactNode } {
  const [open, setOpen] = useState(false);
  const waiting = useRef<Waiting | null>(null);
  const run = useCallback(async <T,>(act: Act<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (problemCode(error) !== 'fresh-sign-in-needed') throw error;
    }
    await new Promise<void>((resolve, reject) => {
      waiting.current = { goOn: resolve, giveUp: () => reject(new NotConfirmed()) };
      setOpen(true);
    });
    return act();
  }, []);
  const answer = (confirmed: boolean) => {
    setOpen(false);
    if (confirmed) waiting.current?.goOn();
    else waiting.current?.giveUp();
    waiting.current = null;
  };
  return { run, dialog: open && <ConfirmDialog onAnswer={answer} /> };
}
