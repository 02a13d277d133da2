import { history, redo, undo } from 'prosemirror-history';
import type { MarkType } from 'prosemirror-model';
import { EditorState, Plugin, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { DecorationSet, EditorView } from 'prosemirror-view';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { TextRange } from '#core/text/range.ts';
import { decorate } from './decorations.ts';
import { drawings } from './drawing.ts';
import { paragraphNode, recordMarks, schema } from './schema.ts';

/** What an edit came to. */
export interface Edited {
  text: string;
  marks: Mark[];
  /** Where the edit's steps put a range of the old text; `null` when nothing of it is left. */
  moved: (range: TextRange) => TextRange | null;
}

/** The text of a paragraph begins after the token that opens its node. */
const textStart = 1;

/**
 * An editable view of one paragraph. Undo in it takes back what was typed; once it ends, all of it is one change.
 * Highlights are drawn and follow the text while it is edited.
 */
export class ParagraphEdit {
  readonly #view: EditorView;
  readonly #steps = new Mapping();
  readonly #paragraph: Paragraph;

  /**
   * @param place the element to stand in
   * @param offset where the caret is put, in UTF-16 code units
   * @param done called when a person ends it by a key
   */
  constructor(place: HTMLElement, paragraph: Paragraph, offset: number, label: string, done: () => void) {
    this.#paragraph = paragraph;
    const doc = schema.node('doc', null, [paragraphNode(paragraph)]);
    const caret = TextSelection.create(doc, textStart + Math.min(offset, paragraph.text.length));
    this.#view = new EditorView(
      { mount: place },
      {
        state: EditorState.create({ doc, selection: caret, plugins: [history(), oneParagraph, drawn(paragraph)] }),
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true' },
        dispatchTransaction: (transaction) => {
          this.#steps.appendMapping(transaction.mapping);
          this.#view.updateState(this.#view.state.apply(transaction));
        },
        handleKeyDown: (view, event) => this.#key(view, event, done),
        handlePaste: (view, event) => {
          insertPlain(view, event.clipboardData?.getData('text/plain') ?? '', paragraph.type);
          return true;
        },
        handleDrop: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          const text = event.dataTransfer?.getData('text/plain') ?? '';
          if (at !== null) view.dispatch(view.state.tr.insertText(plain(text, paragraph.type), at.pos));
          return true;
        },
      },
    );
  }

  /** Gives it the focus, with the caret in view. */
  focus(): void {
    this.#view.focus();
    this.#view.dispatch(this.#view.state.tr.scrollIntoView());
  }

  /** Ends the edit and gives what it came to. */
  end(): Edited {
    const node = this.#view.state.doc.firstChild;
    const { length } = this.#paragraph.text;
    const steps = this.#steps;
    const edited: Edited = {
      text: node?.textContent ?? '',
      marks: node === null ? [] : recordMarks(node),
      moved: ([start, end]) => {
        const from = steps.map(textStart + Math.min(start, length), 1) - textStart;
        const to = steps.map(textStart + Math.min(end, length), -1) - textStart;
        return from < to ? [from, to] : null;
      },
    };
    this.#view.destroy();
    return edited;
  }

  #key(view: EditorView, event: KeyboardEvent, done: () => void): boolean {
    if (event.isComposing) return false;
    const mod = navigator.platform.startsWith('Mac') ? event.metaKey : event.ctrlKey;
    const run = (command: Command): boolean => {
      command(view.state, view.dispatch);
      return true;
    };
    if (event.code === 'Escape' || (event.code === 'Enter' && mod)) {
      // Esc ends the edit and nothing else that listens for it.
      event.stopPropagation();
      done();
      return true;
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      if (this.#paragraph.type === 'verse') view.dispatch(view.state.tr.insertText('\n').scrollIntoView());
      else done();
      return true;
    }
    if (!mod || event.altKey) return false;
    if (event.code === 'KeyZ') return run(event.shiftKey ? redo : undo);
    if (event.code === 'KeyY') return run(redo);
    if (event.code === 'KeyI') return run(toggle(schema.marks.emphasis));
    if (event.code === 'KeyB') return run(toggle(schema.marks.strong));
    return false;
  }
}

/** Marks the selection, or unmarks it where all of it is marked. */
function toggle(type: MarkType): Command {
  return ({ selection: { from, to }, doc, tr }, dispatch) => {
    if (from === to) return false;
    let all = true;
    doc.nodesBetween(from, to, (node) => {
      if (node.isText && !type.isInSet(node.marks)) all = false;
    });
    dispatch?.(all ? tr.removeMark(from, to, type) : tr.addMark(from, to, type.create()));
    return true;
  };
}

/** To join or split paragraphs is a change of records, not of this text. */
const oneParagraph = new Plugin({ filterTransaction: ({ doc }: Transaction) => doc.childCount === 1 });

function drawn(paragraph: Paragraph): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) => DecorationSet.create(doc, decorate(drawings(paragraph), textStart, paragraph.text.length)),
      apply: ({ mapping, doc }, set) => set.map(mapping, doc),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function insertPlain(view: EditorView, text: string, type: Paragraph['type']): void {
  view.dispatch(view.state.tr.insertText(plain(text, type)).scrollIntoView());
}

/** Pasted text has no lines but in verse. */
function plain(text: string, type: Paragraph['type']): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return type === 'verse' ? lines : lines.replace(/^\n+|\n+$/g, '').replace(/[ \t]*\n\s*/g, ' ');
}
