import { useTranslation } from 'react-i18next';
import { Ellipsis } from 'lucide-react';
import type { Bead } from '#core/records/bead.ts';
import { run, type Key } from '#renderer/app/commands.ts';
import { keyName } from '#renderer/app/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import styles from './Bead.module.css';
import { actionKeys, type ActionId } from './action-keys.ts';

/** What stands on the bar; the rest is in the menu at its end. */
const onBar = ['split', 'merge', 'move-up', 'move-down', 'unlink', 'next-unsure'] as const satisfies ActionId[];
const moreEdits = [
  'confirm-on',
  'merge-previous',
  'link',
  'select',
  'swap',
  'intend',
  'write',
  'unconfirm',
  'edit',
  'realign',
] as const satisfies ActionId[];
const moreWays = ['next-unconfirmed', 'next-omission', 'next-finding', 'confirm-above'] as const satisfies ActionId[];
const reading = new Set<ActionId>(['next-unsure', 'next-unconfirmed', 'next-omission', 'next-finding', 'select']);

/** Under the current bead: what can be done with it, with the keys on the buttons. */
export function ActionBar({ bead, readOnly }: { bead: Bead; readOnly: boolean }) {
  const { t } = useTranslation('alignment');
  const isOneSided = bead.source.length === 0 || bead.target.length === 0;
  const isDone = bead.status === 'confirmed' && (!isOneSided || bead.intended === true);
  const first: ActionId = isDone ? 'unconfirm' : 'confirm';
  const isOff = (id: ActionId): boolean => readOnly && !reading.has(id);
  return (
    <div className={styles.keys} role="group" aria-label={t('bar.label')}>
      <Button size="small" variant={isDone ? 'outline' : 'primary'} isDisabled={isOff(first)} onPress={act(first)}>
        {t(isDone ? 'action.unconfirm' : isOneSided ? 'action.confirm-intended' : 'action.confirm')}
        <kbd>{signOf(first)}</kbd>
      </Button>
      {onBar.map((id) => (
        <Button key={id} size="small" variant="outline" isDisabled={isOff(id)} onPress={act(id)}>
          {t(`action.${id}`)}
          <kbd>{signOf(id)}</kbd>
        </Button>
      ))}
      <MenuTrigger>
        <IconButton size="small" variant="outline" label={t('bar.more')}>
          <Ellipsis size={14} aria-hidden />
        </IconButton>
        <Menu
          placement="bottom end"
          disabledKeys={moreEdits.filter(isOff)}
          onAction={(id) => {
            act(String(id) as ActionId)();
          }}
        >
          {[moreEdits, moreWays].map((ids, at) => (
            <MenuSection key={ids[0]} label={t(at === 0 ? 'bar.edits' : 'bar.ways')}>
              {ids.map((id) => (
                <MenuItem key={id} id={id} keys={signOf(id)}>
                  {t(`action.${id}`)}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </MenuTrigger>
    </div>
  );
}

function act(id: ActionId): () => void {
  return () => {
    run(`alignment.${id}`);
  };
}

function signOf(id: ActionId): string {
  const first: Key = actionKeys[id][0];
  // As it stands on the key.
  return first.code === 'Enter' && first.shift !== true ? '⏎' : keyName(first);
}
