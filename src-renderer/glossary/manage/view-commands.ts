import { useEffect, useRef } from 'react';
import { offer } from '#renderer/app/commands.ts';

/** What can be done in the glossary view by keys; the newest functions are called. */
export function useViewCommands(actions: { add: () => void; find: () => void }): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(
    () =>
      offer([
        {
          id: 'glossary.add',
          name: 'glossary:command.add',
          group: 'glossary:group',
          keys: [{ code: 'KeyG' }],
          run: () => {
            latest.current.add();
          },
        },
        {
          id: 'glossary.find',
          name: 'glossary:command.find',
          group: 'glossary:group',
          keys: [{ code: 'KeyF', mod: true }],
          inFields: true,
          run: () => {
            latest.current.find();
          },
        },
      ]),
    [],
  );
}
