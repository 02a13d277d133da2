import { useEffect } from 'react';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { ankiCommands } from './anki-commands.ts';
import { ankiView, closeAnki } from './anki-state.ts';
import { AnkiExportDialog } from './AnkiExportDialog.tsx';
import { AnkiImportDialog } from './AnkiImportDialog.tsx';

/** The dialogs of the exchange with Anki, and the commands that open them. */
export function AnkiDialogs() {
  const open = useStore(ankiView, (state) => state.open);
  useEffect(() => offer(ankiCommands), []);
  return (
    <>
      {open === 'export' && <AnkiExportDialog onClose={closeAnki} />}
      {open === 'import' && <AnkiImportDialog onClose={closeAnki} />}
    </>
  );
}
