import { useEffect } from 'react';
import { offer } from '#renderer/app/commands.ts';
import { coverageCommands } from './coverage-commands.ts';
import { CoverageDialog } from './CoverageDialog.tsx';
import { closeCoverage } from './coverage-state.ts';

/** Coverage of the open work: its command, and its dialog once it is asked for. */
export function CoverageTools() {
  useEffect(() => {
    const end = offer(coverageCommands);
    return () => {
      end();
      closeCoverage();
    };
  }, []);
  return <CoverageDialog />;
}
