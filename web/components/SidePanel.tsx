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

/** The page behind does not have the focus while a panel is open; what stands above it (dialogs, menus) may. */
function isBehind(element: Element | null): boolean {
  return element?.closest('[data-portal-node]') == null;
}

/**
 * What had the focus may be gone after a change: a button that asked and may not ask again. A dialog that closes then
 * gives the focus to the row behind the panel, or to nothing, and a panel without the focus is hidden from screen
 * readers: so the panel itself takes it.
 * @param surface of an open panel; null of a closed one
 */
function useKeptFocus(surface: HTMLElement | null) {
  useEffect(() => {
    if (surface === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => isBehind(document.activeElement) && surface.focus(), FOCUS_GIVEN_BACK);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', look);
    };
  }, [surface]);
}

/** One thing of a list beside the list, which stays where it is. */
export function SidePanel({ open, title, onClose, children }: SidePanelProps) {
  const t = useText();
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  useKeptFocus(open ? surface : null);
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
