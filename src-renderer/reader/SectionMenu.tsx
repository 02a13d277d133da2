import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import styles from './Reader.module.css';
import { askedRest, readerControls } from './reader-state.ts';

/** A section of the contents whose menu is open, and where in the window, in CSS pixels. */
export interface OpenSectionMenu {
  section: string;
  x: number;
  y: number;
}

/** What can be done with a section: by a right click in the contents, or with the menu key. */
export function SectionMenu({ open, onClose }: { open: OpenSectionMenu; onClose: () => void }) {
  const { t } = useTranslation('reader');
  const anchor = useRef<HTMLSpanElement>(null);
  const { section, x, y } = open;
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: x, top: y }} />
      <Menu
        aria-label={t('menu.section')}
        autoFocus="first"
        popover={{
          triggerRef: anchor,
          isOpen: true,
          onOpenChange: (isOpen) => {
            if (!isOpen) onClose();
          },
        }}
        onAction={(key) => {
          onClose();
          if (key === 'go') readerControls.current?.goToSection(section);
          else askedRest.setState({ part: { part: 'section', section } });
        }}
      >
        <MenuItem id="go">{t('menu.go')}</MenuItem>
        <MenuItem id="known">{t('menu.section-known')}</MenuItem>
      </Menu>
    </>
  );
}
