import { linksBetween } from '#core/alignment/between.ts';
import { alignedWith, linkIndex } from '#core/alignment/link.ts';
import type { Target } from '#core/records/annotation.ts';
import { notify } from '#renderer/app/notices.ts';
import { readingNow } from '#renderer/app/reading.ts';
import { sectionTitle, workTitle } from '#renderer/app/titles.ts';
import { loadTexts, openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { currentLanguage, i18n } from '#renderer/i18n/index.ts';
import { shownParagraph, shownTag } from '#renderer/reader/script.ts';
import { schemeNow, scriptNow } from '#renderer/reader/use-scripts.ts';
import { reference, type Quoted } from './reference.ts';

/**
 * Copies the words of targets with a reference to where they stand. With `both`, also what stands beside them on the
 * other side: the targets there if there are any, else the aligned paragraphs. Tells that it is done.
 */
export async function copyWithReference(targets: readonly Target[], both: boolean): Promise<void> {
  const open = openedWork.getState().current;
  const [first] = targets;
  if (open === null || first === undefined) return;
  const own = targets.filter(({ edition }) => edition === first.edition);
  const other = both ? await otherSide(open, targets, own, first.edition) : null;
  const parts = [quoted(open, first.edition, own.map(passage)), other].filter((part) => part !== null);
  const text = reference(workTitle(open.work, open.editions, currentLanguage()), parts, {
    paragraphs: (from, to) =>
      from === to
        ? i18n.t('annotations:reference.paragraph', { from })
        : i18n.t('annotations:reference.paragraphs', { from, to }),
  });
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'done', message: 'annotations:copied', undoable: false });
  } catch {
    notify({ kind: 'done', message: 'annotations:copyFailed', undoable: false });
  }
}

interface Passage {
  paragraph: string;
  text: string;
}

/** The words of a target as they are shown. */
function passage(target: Target): Passage {
  return { paragraph: target.paragraph, text: scriptNow(target.edition).quote(target) };
}

async function otherSide(
  open: OpenWork,
  targets: readonly Target[],
  own: readonly Target[],
  edition: string,
): Promise<Quoted | null> {
  const linked = targets.filter((target) => target.edition !== edition);
  const linkedEdition = linked[0]?.edition;
  if (linkedEdition !== undefined) {
    return quoted(open, linkedEdition, linked.filter((target) => target.edition === linkedEdition).map(passage));
  }
  const [left, right] = readingNow()?.editions ?? [];
  if (left === undefined || right === undefined || left === right) return null;
  const other = edition === left ? right : left;
  const links = linkIndex(
    linksBetween(edition, other, {
      original: open.work.original,
      alignments: open.alignments,
      paragraphs: Object.fromEntries(Object.entries(open.outline).map(([id, list]) => [id, list.map(([one]) => one)])),
    }),
  );
  const aligned = [...new Set(own.flatMap(({ paragraph }) => alignedWith(paragraph, links)))];
  await loadTexts(aligned);
  const { texts } = openedWork.getState().current ?? open;
  const passages = aligned.flatMap((paragraph) => {
    const found = texts.get(paragraph);
    const shown = found === undefined ? null : shownParagraph(found, schemeNow(found.edition)).paragraph;
    return shown === null ? [] : [{ paragraph, text: shown.text }];
  });
  return passages.length === 0 ? null : quoted(open, other, passages);
}

function quoted(open: OpenWork, id: string, passages: readonly Passage[]): Quoted | null {
  const edition = open.editions.find((one) => one.id === id);
  if (edition === undefined) return null;
  const places = passages.flatMap(({ paragraph }) => open.places.get(paragraph)?.index ?? []);
  const from = Math.min(...places);
  const entry = open.outline[id]?.[from];
  const section = open.sections.find((one) => one.id === entry?.[1]);
  return {
    quotes: passages.map(({ text }) => text),
    language: shownTag(edition.language, schemeNow(id)),
    edition: edition.title,
    section: section === undefined ? null : sectionTitle(section, edition.language),
    paragraphs: places.length === 0 ? null : [number(open, id, from), number(open, id, Math.max(...places))],
  };
}

/** A paragraph's number in its edition, from 1, headings not counted; a heading has the number of what follows it. */
function number(open: OpenWork, edition: string, index: number): number {
  const before = open.outline[edition]?.slice(0, index) ?? [];
  return before.filter(([, , type]) => type !== 'heading').length + 1;
}
