import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { answer, api, type ApiFailure } from '#renderer/app/client.ts';
import { commit } from '#renderer/app/commit.ts';
import { keyName } from '#renderer/app/keys.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { hashOf } from '#renderer/app/route.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { key } from '#renderer/i18n/key.ts';
import { openExport } from '#renderer/export/export-state.ts';
import { openImport } from '#renderer/import/bringing.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import type { WorkEntry } from '#main/api/shapes.ts';
import { Facts } from './Facts.tsx';
import { titles } from './listing.ts';
import { Rename } from './Rename.tsx';
import { deleting, renaming } from './work-changes.ts';
import styles from './WorkRow.module.css';

/** Which row the focus goes to: so many rows on, or an end of the list. */
type Move = 1 | -1 | 'first' | 'last';
const moves: Readonly<Record<string, Move>> = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' };

/** A work in the list: opens, is renamed (F2) and deleted (Delete). */
export function WorkRow({
  entry,
  onMove,
  onDeleted,
}: {
  entry: WorkEntry;
  onMove: (to: Move) => void;
  onDeleted: () => void;
}) {
  const { t } = useTranslation('library');
  const { t: say } = useTranslation(['export', 'import']);
  const { language } = useFormat();
  const [renames, setRenames] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const host = useStore(library, ({ state }) => state?.host);
  const readOnly = useStore(library, ({ state }) => state?.readOnly ?? null) !== null;
  const { title, original, author } = titles(entry, language);
  const { work } = entry;

  const remove = (): void => {
    if (readOnly) return;
    commit(work.id, deleting(work), key('library:undo.delete'));
    notify({ kind: 'done', message: key('library:deleted'), values: { title }, undoable: true });
    onDeleted();
  };
  const rename = (name: string | null): void => {
    const change = name === null ? null : renaming(work, name);
    setRenames(false);
    if (change !== null) commit(work.id, change, key('library:undo.rename'));
    requestAnimationFrame(() => link.current?.focus());
  };
  const reveal = (): void => {
    answer(api.works[':work'].reveal.$post({ param: { work: work.id } })).catch((cause: unknown) => {
      notify({ kind: 'failure', failure: cause as ApiFailure });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const move = moves[event.code];
    if (move !== undefined) onMove(move);
    else if (event.code === 'F2' && !readOnly) setRenames(true);
    else if (event.code === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    setMenuOpen(true);
  };

  return (
    <li className={styles.row}>
      <div className={styles.titles}>
        {renames ? (
          <Rename title={work.titles.und ?? title} onDone={rename} />
        ) : (
          <a
            ref={link}
            href={hashOf({ view: 'work', work: work.id })}
            className={styles.title}
            onKeyDown={onKeyDown}
            onContextMenu={onContextMenu}
          >
            {title}
          </a>
        )}
        {original !== null && (
          <p lang={original.language} className={styles.original}>
            {original.text}
          </p>
        )}
        {author !== '' && <p className={styles.original}>{author}</p>}
      </div>
      <Facts entry={entry} />
      <div className={styles.menu}>
        <MenuTrigger isOpen={menuOpen} onOpenChange={setMenuOpen}>
          <IconButton label={t('more', { title })}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
          <Menu
            placement="bottom end"
            disabledKeys={readOnly ? ['rename', 'translation', 'version', 'delete'] : []}
            onAction={(item) => {
              if (item === 'open') link.current?.click();
              if (item === 'rename') setRenames(true);
              if (item === 'translation' || item === 'version') openImport(item, work.id);
              if (item === 'export') openExport(work.id);
              if (item === 'reveal') reveal();
              if (item === 'delete') remove();
            }}
          >
            <MenuItem id="open" keys={keyName({ code: 'Enter' })}>
              {t('open')}
            </MenuItem>
            <MenuItem id="rename" keys={keyName({ code: 'F2' })}>
              {t('rename')}
            </MenuItem>
            <MenuItem id="translation">{say('import:command.translation')}</MenuItem>
            <MenuItem id="version">{say('import:command.version')}</MenuItem>
            <MenuItem id="export" keys={keyName({ code: 'KeyE', mod: true })}>
              {say('command')}
            </MenuItem>
            {host === 'electron' && <MenuItem id="reveal">{t('reveal')}</MenuItem>}
            <MenuItem id="delete" danger keys={keyName({ code: 'Delete' })}>
              {t('delete')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      </div>
    </li>
  );
}
