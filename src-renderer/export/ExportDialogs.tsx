import { useEffect } from 'react';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { library } from '#renderer/app/library-store.ts';
import { EgizDialog } from './EgizDialog.tsx';
import { exportCommands } from './export-commands.ts';
import { closeEgizFile, closeExport, exporting } from './export-state.ts';
import { ExportDialog } from './ExportDialog.tsx';

/** The dialogs by which works go out and come in as files, and the command that opens the first. */
export function ExportDialogs() {
  const work = useStore(exporting, (state) => state.work);
  const [incoming] = useStore(exporting, (state) => state.incoming);
  const count = useStore(exporting, (state) => state.incoming.length);
  const entry = useStore(library, ({ state }) => state?.works.find((one) => one.work.id === work));
  useEffect(() => offer(exportCommands), []);
  if (incoming !== undefined) return <EgizDialog key={count} file={incoming} onClose={closeEgizFile} />;
  return entry === undefined ? null : <ExportDialog key={entry.work.id} entry={entry} onClose={closeExport} />;
}
