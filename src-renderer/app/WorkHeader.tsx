import { useEffect } from 'react';
import { ChevronLeft, TableOfContents } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Button, ToggleButton } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { IconButton, IconToggleButton } from '#renderer/ui/IconButton.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { keysOf } from './keys.ts';
import { EditionMenu } from './EditionMenu.tsx';
import styles from './Frame.module.css';
import { showContents, showSide, type SidePanel } from './panels.ts';
import { ReadingSettings } from './ReadingSettings.tsx';
import { updateReading, useReading } from './reading.ts';
import { go } from './route.ts';
import { shell } from './shell-state.ts';
import { originalTitle, titleLanguage, workTitle } from './titles.ts';
import { narrowWidth, tightWidth, tinyWidth, useNarrowerThan } from './window-size.ts';
import { openedWork } from './work-store.ts';
import { modes, sidePanels, WorkMenu } from './WorkMenu.tsx';

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
  const scripts = useLanguageScripts();
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
      ? { text: shown, language: titleLanguage(named.work, named.editions, currentLanguage()) }
      : translation !== undefined && translation.title !== shown && translation.id !== named.work.original
        ? { text: named.work.titles[translation.language] ?? translation.title, language: translation.language }
        : null;
  // In the script in which the panes show its language, as the text below it.
  const first = original ?? { text: shown, language: titleLanguage(named.work, named.editions, currentLanguage()) };
  return (
    <h1 className={styles.title} aria-label={t('work.title', { title: shown })}>
      <Line {...first} scripts={scripts} />
      {second !== null && (
        <small>
          <Line {...second} scripts={scripts} />
        </small>
      )}
    </h1>
  );
}

function Line({
  text,
  language,
  scripts,
}: {
  text: string;
  /** BCP 47 tag; `null` where it is not known. */
  language: string | null;
  scripts: ReturnType<typeof useLanguageScripts>;
}) {
  if (language === null) return <bdi>{text}</bdi>;
  const script = scripts(language);
  return <bdi lang={script.tag}>{script.text(text)}</bdi>;
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
      <WorkMenu withModes={narrow} withPanels={false} />
    </div>
  );
}

/** What a phone's width has room for: the settings, and one menu for the rest. */
function TinyTools() {
  return (
    <div className={classes(styles.tools, styles.end)}>
      <EditionMenu pane={1} />
      <ReadingSettings />
      <WorkMenu withModes withPanels />
    </div>
  );
}

/** Which panels are open, in a narrow window as in a wide one. */
function useOpenPanels(): { contents: boolean; side: SidePanel | null } {
  const narrow = useNarrowerThan(narrowWidth);
  const over = useStore(shell, (state) => state.narrow);
  const panels = useReading()?.panels;
  return narrow ? over : { contents: panels?.contents.open ?? false, side: panels?.side.open ?? null };
}
