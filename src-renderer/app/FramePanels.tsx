import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { NotesPanel } from '#renderer/annotations/NotesPanel.tsx';
import { GlossaryPanel } from '#renderer/glossary/GlossaryPanel.tsx';
import { Contents } from '#renderer/reader/Contents.tsx';
import { SearchPanel } from '#renderer/search/SearchPanel.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { closeNarrow, setWidth, showSide } from './panels.ts';
import { defaultWidths, useReading } from './reading.ts';
import { shell } from './shell-state.ts';
import { narrowWidth, useNarrowerThan } from './window-size.ts';
import styles from './WorkFrame.module.css';

const sides = { notes: NotesPanel, glossary: GlossaryPanel, search: SearchPanel } as const;

interface Props {
  /** The text, which gets the focus back. */
  text: RefObject<HTMLElement | null>;
}

/** The contents on the left; in a narrow window over the text until a section is chosen. */
export function ContentsPanel({ text }: Props) {
  const { t } = useTranslation('app');
  const narrow = useNarrowerThan(narrowWidth);
  const over = useStore(shell, (state) => state.narrow.contents);
  const element = useRef<HTMLElement>(null);
  const panel = useReading()?.panels.contents;
  useEffect(() => {
    if (narrow && over) focusFirst(element.current);
  }, [narrow, over]);
  if (panel === undefined || !(narrow ? over : panel.open)) return null;
  const close = (): void => {
    closeNarrow();
    text.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !narrow) return;
    event.preventDefault();
    close();
  };
  // Where a section is chosen the contents have done their work; going there takes the focus with it.
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (narrow && target instanceof Element && target.closest('a, button, [role=treeitem]') !== null) closeNarrow();
  };
  return (
    <>
      {narrow && <div className={styles.veil} onPointerDown={close} />}
      <Panel
        ref={element}
        side="left"
        label={t('panel.contents')}
        width={panel.width}
        defaultWidth={defaultWidths.contents}
        onWidth={(width) => {
          setWidth('contents', width);
        }}
        most={420}
        resizable={!narrow}
        className={classes(styles.contents, narrow && styles.over)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <Contents />
      </Panel>
    </>
  );
}

/** Notes, glossary or search on the right of the text. */
export function SidePanel({ text }: Props) {
  const { t } = useTranslation('app');
  const narrow = useNarrowerThan(narrowWidth);
  const over = useStore(shell, (state) => state.narrow.side);
  const asked = useStore(shell, (state) => state.asked);
  const answered = useRef(asked);
  const element = useRef<HTMLElement>(null);
  const panel = useReading()?.panels.side;
  const open = narrow ? over : (panel?.open ?? null);

  useEffect(() => {
    if (answered.current === asked || open === null) return;
    answered.current = asked;
    focusFirst(element.current);
  }, [asked, open]);

  if (panel === undefined || open === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (narrow || open === 'search') showSide(null);
    text.current?.focus({ preventScroll: true });
  };
  const Shown = sides[open];
  return (
    <Panel
      ref={element}
      side="right"
      label={t(`panel.${open}`)}
      width={panel.width}
      defaultWidth={defaultWidths.side}
      onWidth={(width) => {
        setWidth('side', width);
      }}
      least={240}
      resizable={!narrow}
      className={classes(styles.side, narrow && styles.over)}
      onKeyDown={onKeyDown}
    >
      <Shown />
    </Panel>
  );
}

/** Gives the focus to what a panel begins with: its field, with what stands in it selected, else its first control. */
function focusFirst(panel: HTMLElement | null): void {
  const first =
    panel?.querySelector<HTMLElement>('input:not([type=hidden], :disabled)') ??
    panel?.querySelector<HTMLElement>('button:not(:disabled), a[href], [tabindex="0"]:not([role=separator])');
  first?.focus();
  if (first instanceof HTMLInputElement) first.select();
}
