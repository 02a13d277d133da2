import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { keyName } from '#renderer/app/keys.ts';
import { library } from '#renderer/app/library-store.ts';
import { Menu, MenuItem, MenuSection } from '#renderer/ui/Menu.tsx';
import type { Actions } from './actions.ts';
import { BeadItems, isBeadItem, runBeadItem } from './BeadItems.tsx';
import styles from './Reader.module.css';
import { askedRest, type TextPart } from './reader-state.ts';
import { readerParts } from './reader-store.ts';
import { sectionOf } from './section.ts';
import type { Session } from './session.ts';

/** What can be done with a paragraph: under its mark in the gutter, with the menu key, or by a right click. */
export function ParagraphMenu({ session, actions }: { session: Session; actions: Actions }) {
  const { t } = useTranslation('reader');
  const menu = useStore(readerParts, (state) => state.menu);
  const unfolded = useStore(readerParts, (state) => state.unfolded);
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  const anchor = useRef<HTMLSpanElement>(null);
  if (menu === null) return null;
  const { paragraph } = menu;
  const link = session.frame?.arrangement.index.get(paragraph)?.link;
  const editable = actions.editable(paragraph) !== null && !readOnly;
  const folds = session.frame?.mode === 'demand' && (link?.target.length ?? 0) > 0;
  const section = sectionOf(paragraph);
  const shown = link !== undefined && unfolded.has(link.id);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: menu.x, top: menu.y }} />
      <Menu
        aria-label={t('menu.label')}
        autoFocus="first"
        popover={{
          triggerRef: anchor,
          isOpen: true,
          onOpenChange: (open) => {
            if (!open) readerParts.setState({ menu: null });
          },
        }}
        disabledKeys={editable ? [] : ['edit']}
        onAction={(key) => {
          readerParts.setState({ menu: null });
          if (key === 'edit') {
            afterFocus(() => {
              actions.edit(paragraph);
            });
          }
          if (key === 'translation') actions.toggleTranslation(paragraph);
          if (key === 'section-known' && section !== null) askAbout({ part: 'section', section });
          if (key === 'page-known') askAbout({ part: 'page' });
          if (typeof key === 'string' && isBeadItem(key)) {
            afterFocus(() => {
              runBeadItem(session, key, paragraph);
            });
          }
          if (key === 'copy') actions.copy(paragraph, false);
          if (key === 'copy-both') actions.copy(paragraph, true);
        }}
      >
        {menu.whole === true && <BeadItems session={session} paragraph={paragraph} whole />}
        {folds && (
          <MenuItem id="translation" keys={keyName({ code: 'KeyT' })}>
            {t(shown ? 'translation.hide' : 'translation.show')}
          </MenuItem>
        )}
        <MenuItem id="edit" keys={keyName({ code: 'F2' })}>
          {t(readOnly ? 'menu.edit-read-only' : 'menu.edit')}
        </MenuItem>
        {menu.whole !== true && <BeadItems session={session} paragraph={paragraph} whole={false} />}
        <MenuSection label={t('menu.words')}>
          <MenuItem id="section-known" keys={keyName({ code: 'KeyK', alt: true })}>
            {t('menu.section-known')}
          </MenuItem>
          <MenuItem id="page-known" keys={keyName({ code: 'KeyK', alt: true, shift: true })}>
            {t('menu.page-known')}
          </MenuItem>
        </MenuSection>
        <MenuSection label={t('menu.copying')}>
          <MenuItem id="copy">{t('menu.copy')}</MenuItem>
          <MenuItem id="copy-both" keys={keyName({ code: 'KeyC', shift: true })}>
            {t('menu.copy-both')}
          </MenuItem>
        </MenuSection>
      </Menu>
    </>
  );
}

function askAbout(part: TextPart): void {
  afterFocus(() => {
    askedRest.setState({ part });
  });
}

/** Runs once the menu has given the focus back, which it does a frame after it has closed. */
function afterFocus(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
