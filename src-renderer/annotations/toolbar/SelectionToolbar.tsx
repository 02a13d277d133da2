import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { BookPlus, Copy, MessageSquarePlus, Palette } from 'lucide-react';
import { Button, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { run } from '#renderer/app/commands.ts';
import { keyName } from '#renderer/app/keys.ts';
import { readerView, type TextSelection } from '#renderer/reader/reader-state.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { currentColour } from '../edit.ts';
import { hueStyle } from '../palette/ColourChoice.tsx';
import dots from '../palette/ColourChoice.module.css';
import { usePalette } from '../palette/use-palette.ts';
import { annotationTools } from '../store.ts';
import { useFloating } from '../use-floating.ts';
import { useReadOnlyReason } from '../use-read-only.ts';
import styles from './SelectionToolbar.module.css';
import { copySelection, highlight, writeOnSelection } from './selection-actions.ts';
import { rememberText, returnToText, toolbarElement } from './toolbar-focus.ts';

/** What can be done with the words that are selected: comes up beside them once the selection is made. */
export function SelectionToolbar() {
  const selection = useStore(readerView, (state) => state.selection);
  const choosing = useStore(readerView, (state) => state.linking !== null);
  const attaching = useStore(annotationTools, (state) => state.attaching !== null);
  const pressed = usePressed();
  if (selection === null || choosing || attaching || pressed) return null;
  return <Tools selection={selection} />;
}

function Tools({ selection }: { selection: TextSelection }) {
  const { t } = useTranslation('annotations');
  const palette = usePalette();
  const readOnly = useReadOnlyReason();
  const last = useStore(annotationTools, (state) => state.lastColour) ?? currentColour();
  const ref = useFloating<HTMLElement>(() => selection.box, 'above', selection);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape' && event.code !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    returnToText();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside
    <section
      aria-label={t('toolbar.label')}
      ref={(element) => {
        ref.current = element;
        toolbarElement.current = element;
      }}
      className={styles.float}
      onFocus={rememberText}
      onKeyDownCapture={onKeyDown}
      onPointerDown={(event) => {
        // The selection stays where it is.
        event.preventDefault();
      }}
    >
      <Toolbar aria-label={t('toolbar.label')} className={styles.toolbar ?? ''}>
        {readOnly === null ? (
          <>
            {palette.offered.map((colour) => (
              <Tooltip
                key={colour.id}
                text={palette.name(colour)}
                keys={colour.id === last ? keyName({ code: 'KeyH' }) : null}
              >
                <Button
                  preventFocusOnPress
                  aria-label={t('toolbar.highlight', { colour: palette.name(colour) })}
                  className={dots['dot'] ?? ''}
                  style={hueStyle(colour.hue)}
                  {...(colour.id === last ? { 'data-last': true } : {})}
                  onPress={() => {
                    highlight(colour.id);
                  }}
                />
              </Tooltip>
            ))}
            <span className={styles.bar} aria-hidden />
            <IconButton
              preventFocusOnPress
              label={t('toolbar.note')}
              keys={keyName({ code: 'KeyN' })}
              onPress={writeOnSelection}
            >
              <MessageSquarePlus size={16} aria-hidden />
            </IconButton>
            <IconButton
              preventFocusOnPress
              label={t('toolbar.glossary')}
              keys={keyName({ code: 'KeyG' })}
              onPress={() => run('glossary.add')}
            >
              <BookPlus size={16} aria-hidden />
            </IconButton>
          </>
        ) : (
          <p className={styles.reason}>{readOnly}</p>
        )}
        <IconButton
          preventFocusOnPress
          label={t('toolbar.copy')}
          keys={keyName({ code: 'KeyC', mod: true, shift: true })}
          onPress={(event) => {
            copySelection(event.shiftKey);
          }}
        >
          <Copy size={16} aria-hidden />
        </IconButton>
        {readOnly === null && (
          <IconButton
            preventFocusOnPress
            label={t('toolbar.palette')}
            onPress={() => {
              annotationTools.setState({ paletteOpen: true });
            }}
          >
            <Palette size={16} aria-hidden />
          </IconButton>
        )}
      </Toolbar>
    </section>
  );
}

/** Is the pointer down in the text, so that the selection is still being made? */
function usePressed(): boolean {
  const [pressed, setPressed] = useState(false);
  const down = useRef(false);
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const inTools = event.target instanceof Node && toolbarElement.current?.contains(event.target) === true;
      if (inTools || event.button !== 0) return;
      down.current = true;
      setPressed(true);
    };
    const release = (): void => {
      if (!down.current) return;
      down.current = false;
      setPressed(false);
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, []);
  return pressed;
}
