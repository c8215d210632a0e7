import { Button, Tooltip } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import { useText } from '../messages/use-text.ts';
import { useSignOut } from './use-sign-out.ts';

export function SignOutButton() {
  const t = useText();
  const signOut = useSignOut();
  return (
    <Tooltip content={t('shell.signOut')} relationship="label">
      <Button appearance="subtle" icon={<SignOutRegular />} onClick={signOut} />
    </Tooltip>
  );
}
