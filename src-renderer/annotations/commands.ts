import type { Command } from '#renderer/app/commands.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { closeCard, openCard } from './card/open-card.ts';
import { linkedTargets } from './changes.ts';
import { remove, unlinkCounterpart } from './edit.ts';
import { moveEndByWord } from './extent/change-extent.ts';
import { focusInText, meantAnnotation, pointedAnnotations } from './focus.ts';
import { step } from './jump.ts';
import { startLinking, stopChoosing, selectionFits, takeSelection } from './linking/linking.ts';
import { focusNote } from './panel/panel-state.ts';
import { annotationOf, annotationTools } from './store.ts';
import { copySelection, highlight, writeOnSelection } from './toolbar/selection-actions.ts';
import { focusToolbar, toolbarElement } from './toolbar/toolbar-focus.ts';

const group = 'annotations:group';

/** Left and right move where an annotation ends, up and down where it begins. */
const extentKeys = {
  end: { 1: 'ArrowRight', [-1]: 'ArrowLeft' },
  start: { 1: 'ArrowDown', [-1]: 'ArrowUp' },
} as const;

function selected(): boolean {
  return readerView.getState().selection !== null;
}

function choosing(): boolean {
  return readerView.getState().linking !== null || annotationTools.getState().attaching !== null;
}

function meant(): boolean {
  return meantAnnotation() !== null;
}

/** The edition in which the annotation that is meant has a counterpart, or `null`. */
function linkedEdition(): string | null {
  const annotation = annotationOf(meantAnnotation() ?? '');
  return annotation === null ? null : (linkedTargets(annotation)[0]?.edition ?? null);
}

function withMeant(act: (id: string) => void): () => void {
  return () => {
    const id = meantAnnotation();
    if (id !== null) act(id);
  };
}

/** While words are being chosen for an annotation, these come before all else that their keys do. */
export const choosingCommands: readonly Command[] = [
  {
    id: 'annotations.take',
    name: 'annotations:command.take',
    group,
    keys: [{ code: 'Enter' }],
    enabled: () => choosing() && selectionFits() === 'yes' && focusInText(),
    run: takeSelection,
  },
  {
    id: 'annotations.stop',
    name: 'annotations:command.stop',
    group,
    keys: [{ code: 'Escape' }],
    enabled: choosing,
    run: stopChoosing,
  },
];

/** What can be done with annotations while a work is open. `highlight` and `note` are also in the native menu. */
export const annotationCommands: readonly Command[] = [
  {
    id: 'highlight',
    name: 'annotations:command.highlight',
    group,
    keys: [{ code: 'KeyH' }],
    enabled: () => selected() && !choosing(),
    run: () => {
      highlight();
    },
  },
  {
    id: 'note',
    name: 'annotations:command.note',
    group,
    keys: [{ code: 'KeyN' }],
    enabled: () => (selected() || meant()) && !choosing(),
    run: () => {
      const id = meantAnnotation();
      if (selected()) writeOnSelection();
      else if (id !== null) openCard([id], 'note');
    },
  },
  {
    id: 'annotations.toolbar',
    name: 'annotations:command.toolbar',
    group,
    keys: [{ code: 'Tab' }],
    enabled: () => toolbarElement.current !== null && focusInText(),
    run: focusToolbar,
  },
  {
    id: 'annotations.copy',
    name: 'annotations:command.copy',
    group,
    keys: [{ code: 'KeyC', alt: true }],
    enabled: selected,
    run: () => {
      copySelection(false);
    },
  },
  {
    id: 'annotations.copy-both',
    name: 'annotations:command.copyBoth',
    group,
    keys: [{ code: 'KeyC', alt: true, shift: true }],
    enabled: selected,
    run: () => {
      copySelection(true);
    },
  },
  {
    id: 'annotations.next',
    name: 'annotations:command.next',
    group,
    keys: [{ code: 'BracketRight' }],
    run: () => {
      closeCard();
      step(1);
    },
  },
  {
    id: 'annotations.previous',
    name: 'annotations:command.previous',
    group,
    keys: [{ code: 'BracketLeft' }],
    run: () => {
      closeCard();
      step(-1);
    },
  },
  {
    id: 'annotations.open',
    name: 'annotations:command.open',
    group,
    keys: [{ code: 'Enter' }],
    enabled: () => pointedAnnotations().length > 0,
    run: () => {
      openCard(pointedAnnotations(), 'card');
    },
  },
  {
    id: 'annotations.link',
    name: 'annotations:command.link',
    group,
    keys: [{ code: 'KeyL' }],
    enabled: () => meant() && !choosing(),
    run: withMeant(startLinking),
  },
  {
    id: 'annotations.unlink',
    name: 'annotations:command.unlink',
    group,
    enabled: () => linkedEdition() !== null,
    run: withMeant((id) => {
      const edition = linkedEdition();
      if (edition !== null) unlinkCounterpart(id, edition);
    }),
  },
  ...(['end', 'start'] as const).flatMap((end) =>
    ([1, -1] as const).map((direction): Command => ({
      id: `annotations.${end}-${direction === 1 ? 'forward' : 'back'}`,
      name: `annotations:command.${end}${direction === 1 ? 'Forward' : 'Back'}`,
      group,
      keys: [{ code: extentKeys[end][direction], alt: true, shift: true }],
      enabled: () => meant() && !choosing(),
      run: withMeant((id) => {
        moveEndByWord(id, end, direction);
      }),
    })),
  ),
  {
    id: 'annotations.delete',
    name: 'annotations:command.delete',
    group,
    keys: [{ code: 'Delete' }],
    enabled: () => meant() && focusInText() && !choosing(),
    run: withMeant((id) => {
      closeCard();
      remove([id]);
    }),
  },
  {
    id: 'annotations.back',
    name: 'annotations:command.back',
    group,
    keys: [{ code: 'F6', shift: true }, { code: 'Escape' }],
    enabled: () => annotationTools.getState().cameFrom !== null && !selected() && focusInText(),
    run: () => {
      const { cameFrom } = annotationTools.getState();
      annotationTools.setState({ cameFrom: null });
      if (cameFrom !== null) focusNote(cameFrom);
    },
  },
  {
    id: 'annotations.none',
    name: 'annotations:command.none',
    group,
    keys: [{ code: 'Escape' }],
    enabled: () => readerView.getState().chosen !== null && !selected() && focusInText(),
    run: () => {
      closeCard();
      readerView.setState({ chosen: null });
    },
  },
  {
    id: 'annotations.palette',
    name: 'annotations:command.palette',
    group,
    run: () => {
      annotationTools.setState({ paletteOpen: true });
    },
  },
];
