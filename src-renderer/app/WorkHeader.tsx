import { useEffect, type ReactNode } from 'react';
import { ArrowLeftRight, BookA, ChevronLeft, Ellipsis, NotebookPen, Search, TableOfContents } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { ScriptSection } from '#renderer/reader/ScriptSection.tsx';
import { Button, ToggleButton } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { IconButton, IconToggleButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { commands, run } from './commands.ts';
import { EditionMenu } from './EditionMenu.tsx';
import styles from './Frame.module.css';
import { keyName } from './keys.ts';
import { showContents, showSide, type SidePanel } from './panels.ts';
import { ReadingSettings } from './ReadingSettings.tsx';
import { updateReading, useReading } from './reading.ts';
import { go } from './route.ts';
import { shell } from './shell-state.ts';
import { originalTitle, workTitle } from './titles.ts';
import { narrowWidth, tightWidth, tinyWidth, useNarrowerThan } from './window-size.ts';
import { openedWork } from './work-store.ts';
import { swapEditions } from './work-commands.ts';

const modes = ['side', 'stacked', 'demand'] as const;
const sidePanels: readonly { id: SidePanel; command: string; icon: ReactNode }[] = [
  { id: 'search', command: 'find', icon: <Search size={16} aria-hidden /> },
  { id: 'notes', command: 'notes', icon: <NotebookPen size={16} aria-hidden /> },
  { id: 'glossary', command: 'glossary', icon: <BookA size={16} aria-hidden /> },
];

/** The head of an open work: the way back, what it is, how it is shown, what stands beside it. */
export function WorkHeader() {
  const tiny = useNarrowerThan(tinyWidth);
  return (
    <header className={styles.header}>
      <Start />
      <Title />
      {tiny ? <TinyTools /> : <Tools />}
    </header>
  );
}

function Start() {
  const { t } = useTranslation('app');
  const tight = useNarrowerThan(tightWidth);
  const open = useOpenPanels();
  const toLibrary = (): void => {
    go({ view: 'library' });
  };
  return (
    <div className={styles.tools}>
      {tight ? (
        <>
          <IconButton label={t('command.library')} keys={keysOf('library')} onPress={toLibrary}>
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <IconToggleButton
            label={t('panel.contents')}
            keys={keysOf('contents')}
            isSelected={open.contents}
            onChange={showContents}
          >
            <TableOfContents size={16} aria-hidden />
          </IconToggleButton>
        </>
      ) : (
        <>
          <Button onPress={toLibrary}>
            <span aria-hidden>‹</span> {t('command.library')}
          </Button>
          <ToggleButton isSelected={open.contents} onChange={showContents}>
            {t('panel.contents')}
          </ToggleButton>
        </>
      )}
    </div>
  );
}

function Title() {
  const { t } = useTranslation('app');
  const work = useStore(openedWork, ({ current }) => current?.work);
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const right = useReading()?.editions[1];
  const named = work !== undefined && editions !== undefined ? { work, editions } : null;
  const shown = named === null ? '' : workTitle(named.work, named.editions, currentLanguage());
  useEffect(() => {
    document.title = shown === '' ? 'Egiz' : `${shown} · Egiz`;
    return () => {
      document.title = 'Egiz';
    };
  }, [shown]);
  if (named === null) return <span />;
  // The original's title first, as on a title page; beside it what it is called in the reader's language.
  const original = originalTitle(named.work, named.editions, shown);
  const translation = named.editions.find(({ id }) => id === right);
  const second =
    original !== null
      ? { text: shown, language: undefined }
      : translation !== undefined && translation.title !== shown && translation.id !== named.work.original
        ? { text: named.work.titles[translation.language] ?? translation.title, language: translation.language }
        : null;
  return (
    <h1 className={styles.title} aria-label={t('work.title', { title: shown })}>
      <span {...(original === null ? {} : { lang: original.language })}>{original?.text ?? shown}</span>
      {second !== null && (
        <small {...(second.language === undefined ? {} : { lang: second.language })}>{second.text}</small>
      )}
    </h1>
  );
}

function Tools() {
  const { t } = useTranslation('app');
  const tight = useNarrowerThan(tightWidth);
  const narrow = useNarrowerThan(narrowWidth);
  const reading = useReading();
  const open = useOpenPanels();
  if (reading === null) return null;
  return (
    <div className={classes(styles.tools, styles.end)}>
      {!narrow && (
        <SegmentedControl
          label={t('mode.label')}
          value={reading.mode}
          segments={modes.map((id) => ({ id, label: t(`mode.${id}`) }))}
          onChange={(mode) => {
            updateReading({ mode });
          }}
        />
      )}
      <EditionMenu pane={0} />
      <EditionMenu pane={1} />
      <ReadingSettings />
      {sidePanels.map(({ id, command, icon }) =>
        tight ? (
          <IconToggleButton
            key={id}
            label={t(`panel.${id}`)}
            keys={keysOf(command)}
            isSelected={open.side === id}
            onChange={(on) => {
              showSide(on ? id : null);
            }}
          >
            {icon}
          </IconToggleButton>
        ) : (
          <ToggleButton
            key={id}
            isSelected={open.side === id}
            onChange={(on) => {
              showSide(on ? id : null);
            }}
          >
            {t(`panel.${id}`)}
          </ToggleButton>
        ),
      )}
      {narrow && <ModeMenu />}
    </div>
  );
}

/** What a phone's width has room for: the settings, and one menu for the rest. */
function TinyTools() {
  return (
    <div className={classes(styles.tools, styles.end)}>
      <EditionMenu pane={1} />
      <ReadingSettings />
      <ModeMenu panels />
    </div>
  );
}

function ModeMenu({ panels = false }: { panels?: boolean }) {
  const { t } = useTranslation('app');
  const { t: say } = useTranslation('export');
  const reading = useReading();
  if (reading === null) return null;
  // Two columns never fit into so narrow a window: there side by side shows as stacked.
  const offered = panels ? modes.filter((mode) => mode !== 'side') : modes;
  const chosen = panels && reading.mode === 'side' ? 'stacked' : reading.mode;
  return (
    <MenuTrigger>
      <IconButton label={t('action.more')}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        placement="bottom end"
        onAction={(key) => {
          const panel = sidePanels.find(({ id }) => id === key);
          if (panel !== undefined) showSide(panel.id);
          if (key === 'swap') swapEditions();
          if (key === 'export') run('export');
        }}
      >
        {panels && (
          <MenuSection label={t('panel.label')}>
            {sidePanels.map(({ id, icon }) => (
              <MenuItem key={id} id={id} textValue={t(`panel.${id}`)}>
                {icon} {t(`panel.${id}`)}
              </MenuItem>
            ))}
          </MenuSection>
        )}
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
        {/* So narrow a window has the menu of one edition only, which is not the left one's. */}
        {panels && <ScriptSection edition={reading.editions[0]} />}
        <MenuSection label={t('command.swap')}>
          <MenuItem id="swap" textValue={t('command.swap')}>
            <ArrowLeftRight size={14} aria-hidden /> {t('command.swap')}
          </MenuItem>
        </MenuSection>
        <MenuSection label={say('group')}>
          <MenuItem id="export">{say('command')}</MenuItem>
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}

/** Which panels are open, in a narrow window as in a wide one. */
function useOpenPanels(): { contents: boolean; side: SidePanel | null } {
  const narrow = useNarrowerThan(narrowWidth);
  const over = useStore(shell, (state) => state.narrow);
  const panels = useReading()?.panels;
  return narrow ? over : { contents: panels?.contents.open ?? false, side: panels?.side.open ?? null };
}

function keysOf(command: string): string | null {
  const key = commands.getState().commands.find(({ id }) => id === command)?.keys?.[0];
  return key === undefined ? null : keyName(key);
}
