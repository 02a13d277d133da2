import { useEffect } from 'react';
import { offer } from '#renderer/app/commands.ts';
import { repairCommands } from './repair-commands.ts';
import { closeRepairs } from './repairs-state.ts';
import { RepairsBanner } from './RepairsBanner.tsx';
import { RepairsDialog } from './RepairsDialog.tsx';

/** The repairs of the open work: their view, and what offers it. */
export function RepairsTools() {
  useEffect(() => {
    const end = offer(repairCommands);
    return () => {
      end();
      closeRepairs();
    };
  }, []);
  return (
    <>
      <RepairsBanner />
      <RepairsDialog />
    </>
  );
}
