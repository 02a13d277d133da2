import { useEffect, useRef } from 'react';
import { offer, type Command } from '#renderer/app/commands.ts';

interface ViewActions {
  add: () => void;
  find: () => void;
  import: () => void;
  export: () => void;
  doubles: () => void;
  /** May anything be changed now? */
  canChange: boolean;
}

/** What can be done in the glossary view by keys and in the palette. @param actions gives the newest functions */
export function viewCommands(actions: () => ViewActions): readonly Command[] {
  const group = 'glossary:group';
  const enabled = (): boolean => actions().canChange;
  return [
    {
      id: 'glossary.add',
      name: 'glossary:command.add',
      group,
      keys: [{ code: 'KeyG' }],
      enabled,
      run: () => {
        actions().add();
      },
    },
    {
      id: 'glossary.find',
      name: 'glossary:command.find',
      group,
      keys: [{ code: 'KeyF', mod: true }],
      inFields: true,
      run: () => {
        actions().find();
      },
    },
    {
      id: 'glossary.import',
      name: 'glossary:import.title',
      group,
      enabled,
      run: () => {
        actions().import();
      },
    },
    {
      id: 'glossary.export',
      name: 'glossary:export.title',
      group,
      run: () => {
        actions().export();
      },
    },
    {
      id: 'glossary.doubles',
      name: 'glossary:manage.merge.title',
      group,
      enabled,
      run: () => {
        actions().doubles();
      },
    },
  ];
}

/** Offers them while the view is shown. */
export function useViewCommands(actions: ViewActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => offer(viewCommands(() => latest.current)), []);
}
