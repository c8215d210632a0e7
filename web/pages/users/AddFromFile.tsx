import { PeopleAddRegular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

/** The label of the company's past: who came from PMC looks for the words of PMC. */
export function AddFromFile() {
  const t = useText();
  const navigate = useNavigate();
  const reason = useRoleReason('import-users');
  const native = useSession().partner?.origin === 'native';
  return (
    <ExplainedButton
      reason={reason}
      icon={<PeopleAddRegular />}
      onClick={() => void navigate({ to: PATHS.addUsers })}
    >
      {t(native ? 'users.addFromFile' : 'users.addFromPmc')}
    </ExplainedButton>
  );
}
