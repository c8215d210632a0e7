import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { MOST_REMINDED, type Reminder, type Reminders } from '../../../src/contract/reminders.ts';
import { sendJson } from '../../api/client.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { Failure } from '../Failure.tsx';
import { usePartnerId } from '../session.tsx';
import { RemindResults } from './RemindResults.tsx';

/** What people are asked for: to associate an account, or to check what is listed of them. */
export type Asking = 'associate' | 'check';

const ASKINGS: Readonly<
  Record<Asking, { readonly path: string; readonly title: MessageId; readonly effect: MessageId }>
> = {
  associate: { path: 'reminders', title: 'remind.title', effect: 'remind.effect' },
  check: { path: 'list-checks', title: 'listCheck.ask.title', effect: 'listCheck.ask.effect' },
};

interface RemindDialogProps {
  readonly asking: Asking;
  readonly count: number;
  readonly people: () => Promise<readonly string[]>;
  readonly onClose: () => void;
}

function useRemind(path: string, people: () => Promise<readonly string[]>) {
  const partner = usePartnerId();
  return useMutation({
    mutationFn: async () => {
      const all = await people();
      const answers: Reminder[] = [];
      for (let from = 0; from < all.length; from += MOST_REMINDED) {
        const userIds = all.slice(from, from + MOST_REMINDED);
        const { value } = await sendJson<Reminders>('POST', `/partners/${partner}/${path}`, { userIds });
        answers.push(...value);
      }
      return answers;
    },
  });
}

/** First what would happen, then what became of it for how many. */
export function RemindDialog({ asking, count, people, onClose }: RemindDialogProps) {
  const t = useText();
  const { path, title, effect } = ASKINGS[asking];
  const remind = useRemind(path, people);
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{t(title)}</DialogTitle>
        <DialogContent>
          {remind.isError && <Failure>{t('remind.failed')}</Failure>}
          {remind.data === undefined ? (
            <p>{t(effect, { count })}</p>
          ) : (
            <RemindResults answers={remind.data} />
          )}
        </DialogContent>
        <DialogActions>
          {remind.data === undefined ? (
            <>
              <Button onClick={onClose}>{t('remind.cancel')}</Button>
              <Button
                appearance="primary"
                style={{ whiteSpace: 'nowrap' }}
                disabledFocusable={remind.isPending}
                onClick={() => remind.mutate()}
              >
                {t('remind.send', { count })}
              </Button>
            </>
          ) : (
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          )}
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
