import type { ReactNode } from 'react';
import { ArrowLeftRight, BookA, Ellipsis, NotebookPen, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ScriptSection } from '#renderer/reader/ScriptSection.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { run } from './commands.ts';
import { keysOf } from './keys.ts';
import { library } from './library-store.ts';
import { showSide, type SidePanel } from './panels.ts';
import { updateReading, useReading } from './reading.ts';
import { swapEditions } from './work-commands.ts';

export const modes = ['side', 'stacked', 'demand'] as const;
export const sidePanels: readonly { id: SidePanel; command: string; icon: ReactNode }[] = [
  { id: 'search', command: 'find', icon: <Search size={16} aria-hidden /> },
  { id: 'notes', command: 'notes', icon: <NotebookPen size={16} aria-hidden /> },
  { id: 'glossary', command: 'glossary', icon: <BookA size={16} aria-hidden /> },
];

/** What changes a work from outside; none of it in a library that is read only. */
const bringing = ['import.translation', 'import.write', 'import.version'] as const;

/** What else can be done with the open work: what its head has no room for, and what is done seldom. */
export function WorkMenu({ withModes, withPanels }: { withModes: boolean; withPanels: boolean }) {
  const { t } = useTranslation(['app', 'export', 'import']);
  const reading = useReading();
  const readOnly = useStore(library, ({ state }) => state?.readOnly ?? null) !== null;
  if (reading === null) return null;
  // Two columns never fit into so narrow a window: there side by side shows as stacked.
  const offered = withPanels ? modes.filter((mode) => mode !== 'side') : modes;
  const chosen = withPanels && reading.mode === 'side' ? 'stacked' : reading.mode;
  return (
    <MenuTrigger>
      <IconButton label={t('action.more')}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        placement="bottom end"
        disabledKeys={readOnly ? bringing : []}
        onAction={(key) => {
          const panel = sidePanels.find(({ id }) => id === key);
          if (panel !== undefined) showSide(panel.id);
          else if (key === 'swap') swapEditions();
          else run(String(key));
        }}
      >
        {withPanels && (
          <MenuSection label={t('panel.label')}>
            {sidePanels.map(({ id, icon }) => (
              <MenuItem key={id} id={id} textValue={t(`panel.${id}`)}>
                {icon} {t(`panel.${id}`)}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {withModes && (
          <MenuSection
            heading={t('mode.label')}
            chosen={chosen}
            onChoose={(id) => {
              const mode = modes.find((one) => one === id);
              if (mode !== undefined) updateReading({ mode });
            }}
          >
            {offered.map((mode) => (
              <MenuItem key={mode} id={mode}>
                {t(`mode.${mode}`)}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {/* So narrow a window has the menu of one edition only, which is not the left one's. */}
        {withPanels && <ScriptSection edition={reading.editions[0]} />}
        <MenuSection label={t('command.swap')}>
          <MenuItem id="swap" textValue={t('command.swap')} keys={keysOf('swap')}>
            <ArrowLeftRight size={14} aria-hidden /> {t('command.swap')}
          </MenuItem>
        </MenuSection>
        <MenuSection label={t('import:group')}>
          <MenuItem id="import.translation">{t('import:command.translation')}</MenuItem>
          <MenuItem id="import.write">{t('import:command.write')}</MenuItem>
          <MenuItem id="import.version">{t('import:command.version')}</MenuItem>
        </MenuSection>
        <MenuSection label={t('export:group')}>
          <MenuItem id="export" keys={keysOf('export')}>
            {t('export:command')}
          </MenuItem>
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}
