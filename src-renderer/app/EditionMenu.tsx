import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Edition } from '#core/records/work.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { updateReading, useReading } from './reading.ts';
import { openedWork } from './work-store.ts';
import { swapEditions } from './work-commands.ts';

/** Which edition a pane shows. The left pane's is offered only where there are more editions than panes. */
export function EditionMenu({ pane }: { pane: 0 | 1 }) {
  const { t } = useTranslation('app');
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  const pair = useReading()?.editions;
  const shown = editions?.find(({ id }) => id === pair?.[pane]);
  if (editions === undefined || pair === undefined || shown === undefined || editions.length < 2) return null;
  if (pane === 0 && editions.length < 3) return null;

  const choose = (id: string): void => {
    const other = pair[1 - pane] ?? id;
    // The edition of the other pane changes places with this one's: a text beside itself is of no use.
    const next = id === other ? pair[pane] : other;
    updateReading({ editions: pane === 0 ? [id, next] : [next, id] });
  };
  return (
    <MenuTrigger>
      <Button aria-label={t(pane === 0 ? 'edition.left' : 'edition.right', { edition: editionName(shown, editions) })}>
        <span lang={shown.language}>{editionName(shown, editions)}</span> <span aria-hidden>▾</span>
      </Button>
      <Menu
        placement="bottom end"
        onAction={(id) => {
          if (id === ' swap') swapEditions();
        }}
      >
        <MenuSection label={t('edition.label')} chosen={shown.id} onChoose={choose}>
          {editions.map((edition) => (
            <MenuItem key={edition.id} id={edition.id} textValue={editionName(edition, editions)}>
              <span lang={edition.language}>{editionName(edition, editions)}</span>
              <small>{t(edition.id === original ? 'edition.original' : 'edition.translation')}</small>
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection label={t('command.swap')}>
          <MenuItem id=" swap">{t('command.swap')}</MenuItem>
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}

/** An edition's language; of several in one language also what tells them apart. */
function editionName(edition: Edition, all: readonly Edition[]): string {
  const name = autonym(edition.language);
  const alike = all.filter(({ language }) => language === edition.language);
  return alike.length > 1 ? `${name}: ${edition.translator ?? edition.title}` : name;
}
