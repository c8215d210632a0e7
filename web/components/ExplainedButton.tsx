import { Button, Tooltip } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

interface ExplainedButtonProps {
  /** Why it cannot be used now and who can help; null when it can. */
  readonly reason: string | null;
  readonly icon?: ReactElement;
  readonly primary?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that stays reachable when it is off, and says why on hover and focus. */
export function ExplainedButton({ reason, icon, primary = false, onClick, children }: ExplainedButtonProps) {
  const appearance = primary ? 'primary' : 'secondary';
  const shape = icon === undefined ? {} : { icon };
  if (reason === null) {
    return (
      <Button appearance={appearance} {...shape} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Tooltip content={reason} relationship="description">
      <Button appearance={appearance} {...shape} disabledFocusable>
        {children}
      </Button>
    </Tooltip>
  );
}
