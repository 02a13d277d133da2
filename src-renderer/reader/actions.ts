import { alignedWith } from '#core/alignment/link.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { intoView } from './focus.ts';
import type { Position } from './position.ts';
import { readerView, type TextPlace } from './reader-state.ts';
import { readerParts, unfold } from './reader-store.ts';
import { shownParagraph } from './script.ts';
import { schemeNow } from './use-scripts.ts';
import { firstOfSection, placeInWork, sectionsOf } from './section.ts';
import type { Session } from './session.ts';

/** Where a place that is jumped to comes to stand, as a share of the view's height. */
const revealAt = 0.3;
/** A section is shown with what stands above its first paragraph: this many CSS pixels at most. */
const aboveSection = 120;

/** What a person does with a paragraph or a place of the text, by whatever key, click or menu. */
export class Actions {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The paragraph that a key is about: with the focus, else with the selection, else under the pointer. */
  get paragraph(): string | null {
    const { focus, selecting, frame } = this.#session;
    const hovered = readerParts.getState().hovered;
    const link = hovered === null ? undefined : frame?.arrangement.links.find(({ id }) => id === hovered);
    return focus.paragraph ?? selecting?.paragraph ?? link?.source[0] ?? link?.target[0] ?? null;
  }

  /** Brings a range into view and lets it flash. Where its edition is about to be shown, it waits for that. */
  async reveal(
    place: { paragraph: string; start: number; end: number },
    options: { focus?: boolean } = {},
  ): Promise<void> {
    const { flash, focus } = this.#session;
    const frame = await this.#session.frameWith(place.paragraph);
    const found = frame?.arrangement.index.get(place.paragraph);
    const spread = frame?.arrangement.spreadOf.get(place.paragraph);
    if (frame === null || found === undefined || spread === undefined) return;
    if (frame.mode === 'demand' && found.side === 'target') unfold(found.link.id, true);
    await this.#session.bring(spread);
    const viewport = this.#session.viewport.at(place.paragraph);
    const text = viewport.columns.of(place.paragraph)?.paragraph(place.paragraph)?.text ?? '';
    const [start, end] = place.start < place.end ? [place.start, Math.min(place.end, text.length)] : [0, text.length];
    const box = this.#boxOf(place.paragraph, start, end);
    const view = viewport.scroller?.getBoundingClientRect();
    if (box !== null && view !== undefined) {
      const comfortable = box.top > view.top + 60 && box.top < view.top + view.height * 0.7 && box.bottom < view.bottom;
      if (!comfortable) {
        const position = this.#positionWith(place.paragraph, box.top - view.top, view.height * revealAt);
        if (position !== null) viewport.pin(position);
      }
    } else {
      viewport.pin({ paragraph: place.paragraph, fraction: 0 });
    }
    flash.show(place.paragraph, start, end);
    if (options.focus === true) focus.go(place.paragraph, false);
  }

  /** Puts the word cursor on the first word in view of the paragraph with the focus, else of the one at the top. */
  startWord(): TextPlace | null {
    const { cursor, focus, viewport } = this.#session;
    const paragraph = focus.paragraph ?? viewport.position?.paragraph ?? null;
    if (cursor === null || paragraph === null || !cursor.start(paragraph)) return null;
    return cursor.at;
  }

  /** Brings a word into view and puts the word cursor on it. */
  async goToWord({ paragraph, start }: TextPlace): Promise<void> {
    const frame = await this.#session.frameWith(paragraph);
    const spread = frame?.arrangement.spreadOf.get(paragraph);
    if (spread === undefined) return;
    await this.#session.bring(spread);
    this.#session.cursor?.put(paragraph, start);
  }

  /** Shows the beginning of a section of the left edition, its title included. */
  async goToSection(section: string): Promise<void> {
    const { viewport, frame } = this.#session;
    const paragraph = firstOfSection(section);
    const spread = paragraph === null ? undefined : frame?.arrangement.spreadOf.get(paragraph);
    if (paragraph === null || spread === undefined) return;
    viewport.pin({ paragraph, fraction: 0 });
    await this.#session.bring(spread);
    viewport.pin({ paragraph, fraction: 0, above: this.#aboveOf(paragraph) });
    if (this.#session.focus.moving) this.#session.focus.go(paragraph);
  }

  /** To the next (1) or the previous (-1) section; back to the beginning of this one first. */
  section(step: 1 | -1): void {
    const { viewport, frame } = this.#session;
    if (frame === null || viewport.position === null) return;
    const sections = sectionsOf(frame.arrangement.left.id);
    const here = placeInWork(frame.arrangement, viewport.position.paragraph).section;
    const at = here === null ? -1 : sections.indexOf(here);
    const inside =
      here !== null && (viewport.position.paragraph !== firstOfSection(here) || viewport.position.fraction > 0);
    const next = sections[step === -1 && inside ? at : at + step];
    if (next !== undefined) void this.goToSection(next);
  }

  /** In the mode `demand`: shows the translation of a paragraph below it, or hides it again. */
  toggleTranslation(paragraph: string): void {
    const { frame, focus, viewport } = this.#session;
    const link = frame?.arrangement.index.get(paragraph)?.link;
    if (frame?.mode !== 'demand' || link === undefined || link.target.length === 0) return;
    const shown = !readerParts.getState().unfolded.has(link.id);
    const focused = focus.paragraph;
    unfold(link.id, shown);
    // The focus does not vanish with the translation it was on.
    const original = link.source[0];
    if (!shown && focused !== null && link.target.includes(focused) && original !== undefined) focus.go(original);
    const first = link.target[0];
    if (shown && first !== undefined) {
      requestAnimationFrame(() => {
        const box = viewport.columns.element(first)?.getBoundingClientRect();
        if (box !== undefined) intoView(box, viewport.at(first));
      });
    }
  }

  /** The paragraph of a translation that an edit of `paragraph` means: itself, or the one aligned with an original. */
  editable(paragraph: string): string | null {
    const { current } = openedWork.getState();
    const arrangement = this.#session.frame?.arrangement;
    if (current === null || arrangement === undefined) return null;
    const isTranslation = (id: string): boolean => current.places.get(id)?.edition !== current.work.original;
    return [paragraph, ...alignedWith(paragraph, arrangement.index)].find(isTranslation) ?? null;
  }

  /** Begins to edit a paragraph of a translation in its place, or says why not. */
  edit(paragraph: string): void {
    const { frame, selecting, cursor } = this.#session;
    const id = this.editable(paragraph);
    if ((library.getState().state?.readOnly ?? null) !== null) {
      notify({ kind: 'done', message: 'reader:edit.read-only', undoable: false });
      return;
    }
    if (id === null) {
      notify({ kind: 'done', message: 'reader:edit.original', undoable: false });
      return;
    }
    const edition = openedWork.getState().current?.places.get(id)?.edition ?? '';
    if (schemeNow(edition) !== null) {
      readerParts.setState({ inScript: { paragraph: id, edition }, menu: null });
      return;
    }
    const link = frame?.arrangement.index.get(id)?.link;
    if (frame?.mode === 'demand' && link?.target.includes(id) === true) unfold(link.id, true);
    const chosen = readerView.getState().selection?.targets.find((target) => target.paragraph === id);
    cursor?.end();
    selecting?.clear();
    readerParts.setState({ edited: id, caret: chosen?.end ?? 0, menu: null });
  }

  /** Copies a paragraph as it is shown, with `both` also what is aligned with it, the left edition first. */
  copy(paragraph: string, both: boolean): void {
    const link = this.#session.frame?.arrangement.index.get(paragraph)?.link;
    const texts = openedWork.getState().current?.texts;
    const ids = both && link !== undefined ? [link.source, link.target] : [[paragraph]];
    const shown = (id: string): string => {
      const found = texts?.get(id);
      return found === undefined ? '' : shownParagraph(found, schemeNow(found.edition)).paragraph.text;
    };
    const text = ids.map((side) => side.map(shown).join('\n')).join('\n\n');
    void navigator.clipboard.writeText(text).then(() => {
      notify({ kind: 'done', message: 'reader:copied', undoable: false });
    });
  }

  #boxOf(paragraph: string, start: number, end: number): DOMRect | null {
    const { columns } = this.#session;
    return (columns.range(paragraph, start, end) ?? columns.element(paragraph))?.getBoundingClientRect() ?? null;
  }

  /** The position in which what is now `now` below the top of the view will be `then` below it. */
  #positionWith(paragraph: string, now: number, then: number): Position | null {
    const element = this.#session.columns.element(paragraph)?.getBoundingClientRect();
    const { top } = this.#session.viewport.at(paragraph);
    return element === undefined ? null : { paragraph, fraction: 0, above: element.top - top - now + then };
  }

  /** How much of what stands above a paragraph is to be shown with it: its title; the heads of the columns. */
  #aboveOf(paragraph: string): number {
    if (this.#session.frame?.arrangement.index.get(paragraph)?.index === 0) return aboveSection;
    const column = this.#session.columns.of(paragraph);
    const element = column?.element(paragraph)?.getBoundingClientRect();
    const grid = column?.dom.parentElement;
    if (element === undefined || !grid) return 0;
    const titles = [...grid.querySelectorAll(':scope > h3')].map((title) => title.getBoundingClientRect());
    const above = titles.filter(({ bottom }) => Math.abs(bottom - element.top) < 2).map(({ height }) => height);
    return Math.min(aboveSection, Math.max(0, ...above));
  }
}
