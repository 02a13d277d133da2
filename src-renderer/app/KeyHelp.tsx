import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { inOrder } from './command-order.ts';
import { commands, type Command } from './commands.ts';
import styles from './KeyHelp.module.css';
import { keyName } from './keys.ts';
import { shell } from './shell-state.ts';

/** Every key that does something in the views shown now. */
export function KeyHelp() {
  const { t } = useTranslation('app');
  const isOpen = useStore(shell, ({ open }) => open === 'keys');
  const all = useStore(commands, (state) => state.commands);
  return (
    <Dialog
      title={t('keys.title')}
      isOpen={isOpen}
      wide
      onClose={() => {
        shell.setState({ open: null });
      }}
    >
      <div className={styles.groups}>
        {byGroup(all).map(([group, members]) => (
          <section key={group} className={styles.group}>
            <h3>{t(group)}</h3>
            <dl>
              {members.map((command) => (
                <div key={command.id} className={styles.row}>
                  <dt>{t(command.name)}</dt>
                  <dd>
                    {keyNames(command).map((name) => (
                      <kbd key={name}>{name}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** How a command's keys are written, each writing once: the number pad has the same signs. */
function keyNames({ keys = [] }: Command): string[] {
  return [...new Set(keys.map((key) => keyName(key)))];
}

/** The commands that have keys, under their groups. */
function byGroup(all: readonly Command[]): [group: string, members: Command[]][] {
  const withKeys = all.filter(({ keys = [] }) => keys.length > 0);
  return [...Map.groupBy(inOrder(withKeys), ({ group }) => group)];
}
