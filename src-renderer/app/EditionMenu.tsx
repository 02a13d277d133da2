import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import type { Edition } from '#core/records/work.ts';
import { actionKeys } from '#renderer/alignment/action-keys.ts';
import { alignmentOf, isUnaligned } from '#renderer/alignment/pairs.ts';
import { showWorkbench } from '#renderer/alignment/to-workbench.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { schemeOf, shownTag } from '#renderer/reader/script.ts';
import { ScriptSection } from '#renderer/reader/ScriptSection.tsx';
import { openRepairs } from '#renderer/repairs/repairs-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { keyName } from './keys.ts';
import { updateReading, useReading } from './reading.ts';
import { openedWork } from './work-store.ts';
import { swapEditions } from './work-commands.ts';

/** How the button, which is narrow, says the script. */
const scriptSigns: Readonly<Record<SchemeId, string>> = { latn: 'Lat', 'latn-bgn': 'BGN', arab: 'ابج' };
/**
 * Which edition a pane shows, and Kazakh in which script. The left pane's is offered only where there are more editions than
 * panes, or scripts to choose from.
 */
export function EditionMenu({ pane }: { pane: 0 | 1 }) {
  const { t } = useTranslation(['app', 'repairs', 'alignment']);
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  const reading = useReading();
  const pair = reading?.editions;
  const unaligned = useStore(openedWork, ({ current }) => {
    const alignment = current === null || pair === undefined ? null : alignmentOf(current, pair);
    return current !== null && alignment !== null && isUnaligned(current, alignment);
  });
  const shown = editions?.find(({ id }) => id === pair?.[pane]);
  if (editions === undefined || pair === undefined || shown === undefined) return null;
  const hasScripts = isCyrillicKazakh(shown.language);
  if (!hasScripts && editions.length < (pane === 0 ? 3 : 2)) return null;
  // A text in one edition stands in both panes: its menu once.
  if (editions.length < 2 && pane === 1) return null;
  const scheme = schemeOf(shown, reading?.scripts);
  const tag = shownTag(shown.language, scheme);

  const choose = (id: string): void => {
    const other = pair[1 - pane] ?? id;
    // The edition of the other pane changes places with this one's: a text beside itself is of no use.
    const next = id === other ? pair[pane] : other;
    updateReading({ editions: pane === 0 ? [id, next] : [next, id] });
  };
  return (
    <MenuTrigger>
      <Button aria-label={t(pane === 0 ? 'edition.left' : 'edition.right', { edition: editionName(shown, editions) })}>
        <span lang={shown.language}>{editionName(shown, editions)}</span>
        {scheme !== null && <small lang={tag}>{scriptSigns[scheme]}</small>} <span aria-hidden>▾</span>
      </Button>
      <Menu
        placement="bottom end"
        onAction={(id) => {
          if (id === ' swap') swapEditions();
          if (id === ' repairs') openRepairs(shown.id);
          if (id === ' align') showWorkbench();
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
        <ScriptSection edition={shown.id} />
        {hasScripts && (
          <MenuSection label={t('repairs:title')}>
            <MenuItem id=" repairs">{t('repairs:menu')}</MenuItem>
          </MenuSection>
        )}
        {editions.length > 1 && (
          <MenuSection label={t('command.swap')}>
            <MenuItem id=" swap">{t('command.swap')}</MenuItem>
            <MenuItem id=" align" keys={keyName(actionKeys.read[0])}>
              {t(unaligned ? 'alignment:unaligned.align' : 'alignment:open')}
            </MenuItem>
          </MenuSection>
        )}
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
