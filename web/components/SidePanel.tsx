import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../messages/use-text.ts';

interface SidePanelProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Time a closed dialog needs to give the focus back to what opened it, in ms. */
const FOCUS_GIVEN_BACK = 200;

/**
 * What had the focus may be gone after a change: a button that asked and may not ask again. A panel
 * without the focus is hidden from screen readers, so the panel itself takes it.
 */
function useKeptFocus(surface: HTMLElement | null) {
  useEffect(() => {
    if (surface === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => document.activeElement === document.body && surface.focus(), FOCUS_GIVEN_BACK);
    });
    // Also what stands above the panel: a dialog that closes takes the focus with it.
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [surface]);
}

/** One thing of a list beside the list, which stays where it is. */
export function SidePanel({ open, title, onClose, children }: SidePanelProps) {
  const t = useText();
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  useKeptFocus(surface);
  const close = (
    <Button appearance="subtle" aria-label={t('common.close')} icon={<DismissRegular />} onClick={onClose} />
  );
  return (
    <OverlayDrawer
      ref={setSurface}
      position="end"
      size="medium"
      open={open}
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle action={close}>{title}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{children}</DrawerBody>
    </OverlayDrawer>
  );
}
