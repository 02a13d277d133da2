import { useEffect } from 'react';
import { offer } from '#renderer/app/commands.ts';
import { searchCommands } from './search-commands.ts';
import { resetSearch } from './search-state.ts';

/** What of the search lives as long as a work is open: its commands, and what was searched for. */
export function SearchTools() {
  useEffect(() => {
    const end = offer(searchCommands);
    return () => {
      end();
      resetSearch();
    };
  }, []);
  return null;
}
