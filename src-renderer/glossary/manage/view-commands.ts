import { useEffect, useRef } from 'react';
import { offer } from '#renderer/app/commands.ts';

interface ViewActions {
  add: () => void;
  find: () => void;
  import: () => void;
  export: () => void;
  doubles: () => void;
  /** May anything be changed now? */
  canChange: boolean;
}

/** What can be done in the glossary view by keys and in the palette; the newest functions are called. */
export function useViewCommands(actions: ViewActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const group = 'glossary:group';
    const enabled = (): boolean => latest.current.canChange;
    return offer([
      {
        id: 'glossary.add',
        name: 'glossary:command.add',
        group,
        keys: [{ code: 'KeyG' }],
        enabled,
        run: () => {
          latest.current.add();
        },
      },
      {
        id: 'glossary.find',
        name: 'glossary:command.find',
        group,
        keys: [{ code: 'KeyF', mod: true }],
        inFields: true,
        run: () => {
          latest.current.find();
        },
      },
      {
        id: 'glossary.import',
        name: 'glossary:import.title',
        group,
        enabled,
        run: () => {
          latest.current.import();
        },
      },
      {
        id: 'glossary.export',
        name: 'glossary:export.title',
        group,
        run: () => {
          latest.current.export();
        },
      },
      {
        id: 'glossary.doubles',
        name: 'glossary:manage.merge.title',
        group,
        enabled,
        run: () => {
          latest.current.doubles();
        },
      },
    ]);
  }, []);
}
