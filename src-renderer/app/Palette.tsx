import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { inOrder } from './command-order.ts';
import { commands, type Command } from './commands.ts';
import { keyName } from './keys.ts';
import { ranked } from './palette-search.ts';
import styles from './Palette.module.css';
import { shell } from './shell-state.ts';

/** The field walks through the list below it, whose id comes from `Autocomplete`. */
const overList = { role: 'combobox', 'aria-expanded': true } as const;

function close(): void {
  shell.setState({ open: null });
}

/** Runs a command once the palette is gone and the focus is back where it was: many act on what is focused. */
function runAfterClosing(command: Command): void {
  close();
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (command.enabled?.() ?? true) command.run();
    });
  });
}

/** Everything that can be done now, found by a few letters of its name. */
export function Palette() {
  const { t } = useTranslation('app');
  const isOpen = useStore(shell, ({ open }) => open === 'palette');
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      isDismissable
      data-modal
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('palette.title')}>
          <Choice />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choice() {
  const { t } = useTranslation('app');
  const all = useStore(commands, (state) => state.commands);
  const [typed, setTyped] = useState('');
  // What can be done is what could be done when the palette opened: the focus was elsewhere then.
  const offered = useMemo(() => usable(all), [all]);
  const shown = ranked(offered, (command) => t(command.name), typed);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t('palette.title')} className={styles.field ?? ''} autoFocus>
        <Input
          {...overList}
          className={styles.input ?? ''}
          placeholder={t('palette.placeholder')}
          onKeyDown={(event) => {
            // Who types fast is at Enter before the first command is marked as the one that is meant.
            const isMarked = event.currentTarget.getAttribute('aria-activedescendant') !== null;
            const [first] = shown;
            if (event.key === 'Enter' && !isMarked && !event.nativeEvent.isComposing && first !== undefined) {
              event.preventDefault();
              runAfterClosing(first);
            }
          }}
        />
      </SearchField>
      <ListBox
        aria-label={t('palette.commands')}
        className={styles.list ?? ''}
        items={shown}
        // Names change with the language, keys with the platform.
        dependencies={[t]}
        selectionMode="none"
        onAction={(id) => {
          const command = shown.find((one) => one.id === id);
          if (command !== undefined) runAfterClosing(command);
        }}
        renderEmptyState={() => <p className={styles.nothing}>{t('palette.nothing')}</p>}
      >
        {(command) => (
          <ListBoxItem id={command.id} textValue={t(command.name)} className={styles.item ?? ''}>
            <span>
              <span className={styles.group}>{t(command.group)}</span> {t(command.name)}
            </span>
            {command.keys?.[0] !== undefined && <kbd>{keyName(command.keys[0])}</kbd>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

/** The commands that can run now, without the palette's own. */
function usable(all: readonly Command[]): Command[] {
  // Of two with one id the later counts only where the first cannot run.
  return inOrder(all.filter((command) => command.id !== 'palette' && (command.enabled?.() ?? true)));
}
