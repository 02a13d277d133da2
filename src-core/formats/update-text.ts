import { orderedAnew, withOrders } from '#core/alignment/edits/replace.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { Edition, Section } from '#core/records/work.ts';
import { compareTexts } from '#core/text/reanchor.ts';
import type { ImportedText } from './imported.ts';
import { pairParagraphs, type ParagraphGroup } from './pair-paragraphs.ts';
import { paragraphId, toText } from './to-work.ts';

/** The text of an edition as it is, and as a new version has it. */
export interface TextUpdate {
  readonly groups: readonly ParagraphGroup[];
  /** As they stand now, by the numbers of the groups' `old`. */
  readonly old: readonly Paragraph[];
  /** As they will be, by the numbers of the groups' `now`. */
  readonly now: readonly Paragraph[];
  readonly sections: readonly Section[];
}

/**
 * The paragraphs and sections of a new version of an edition. Those that are still there keep their ids, their places where these
 * still rise, and what the format of the new version cannot say: a plain text has no headings, sections or marks, so those of
 * the old version stay.
 */
export function updatedText(
  edition: Edition,
  sections: readonly Section[],
  old: readonly Paragraph[],
  text: ImportedText,
  newId: () => string,
): TextUpdate {
  const records = toText(edition.id, edition.language, text);
  const read = records.filter((record) => record.kind === 'paragraph');
  const groups = pairParagraphs(
    old.map((paragraph) => paragraph.text),
    read.map((paragraph) => paragraph.text),
  );
  const heirs = heirsOf(groups, old);
  const ids = read.map((_, at) => heirs.get(at)?.id ?? newId());
  const renamed = new Map(ids.map((id, at) => [paragraphId(edition.id, at), id]));
  const isFlat =
    sections.length > 0 && !text.blocks.some(({ type, section }) => type === 'heading' || section !== undefined);
  const hasMarks = text.blocks.some(({ marks }) => marks.length > 0);
  const kept = isFlat
    ? null
    : keptSections(
        edition,
        sections,
        records.filter((record) => record.kind === 'section'),
        read,
        heirs,
        newId,
      );
  let section = sections[0]?.id ?? '';
  const made = read.map((paragraph, at): Paragraph => {
    const heir = heirs.get(at) ?? null;
    if (heir !== null) section = heir.section;
    const { modified: _modified, ...base } = heir ?? paragraph;
    const { level: _level, ...rest } = base;
    const shape = isFlat && heir !== null ? heir : paragraph;
    return {
      ...rest,
      id: ids[at] ?? paragraph.id,
      modified: heir?.modified ?? '',
      order: heir?.order ?? '',
      section: kept?.ids.get(paragraph.section) ?? section,
      type: shape.type,
      ...(shape.level === undefined ? {} : { level: shape.level }),
      text: paragraph.text,
      marks:
        hasMarks || heir === null
          ? paragraph.marks.map((mark) => renamedNote(mark, renamed))
          : carried(heir, paragraph.text),
    };
  });
  return {
    groups,
    old,
    now: withOrders(made, null, null) ?? orderedAnew(made),
    sections: kept?.sections ?? sections,
  };
}

/** By the number of a new paragraph, the old one whose id it keeps. */
function heirsOf(groups: readonly ParagraphGroup[], old: readonly Paragraph[]): Map<number, Paragraph> {
  const heirs = new Map<number, Paragraph>();
  for (const group of groups) {
    group.now.forEach((now, at) => {
      const heir = old[group.old[at] ?? -1];
      if (heir !== undefined) heirs.set(now, heir);
    });
  }
  return heirs;
}

function renamedNote(mark: Mark, ids: ReadonlyMap<string, string>): Mark {
  return mark.note === undefined ? mark : { ...mark, note: ids.get(mark.note) ?? mark.note };
}

function carried({ text: before, marks }: Paragraph, after: string): Mark[] {
  if (before === after || marks.length === 0) return marks;
  const map = compareTexts(before, after);
  return marks.flatMap((mark): Mark[] => {
    const range = map([mark.start, mark.end]);
    return range === null ? [] : [{ ...mark, start: range[0], end: range[1] }];
  });
}

/** The sections of the new version; one that is still there, by its title or by what it begins with, keeps its id. */
function keptSections(
  edition: Edition,
  old: readonly Section[],
  read: readonly Section[],
  paragraphs: readonly Paragraph[],
  heirs: ReadonlyMap<number, Paragraph>,
  newId: () => string,
): { sections: Section[]; ids: ReadonlyMap<string, string> } {
  const free = new Set(old);
  const title = (section: Section): string => section.titles[edition.language] ?? '';
  const firsts = new Map<string, Paragraph>();
  paragraphs.forEach(({ section }, at) => {
    const heir = heirs.get(at);
    if (heir !== undefined && !firsts.has(section)) firsts.set(section, heir);
  });
  const ids = new Map<string, string>();
  const sections = read.map((section): Section => {
    const first = firsts.get(section.id)?.section;
    const known =
      [...free].find((one) => one.id === first) ??
      [...free].find((one) => title(one) !== '' && title(one) === title(section));
    if (known !== undefined) free.delete(known);
    const id = known?.id ?? newId();
    ids.set(section.id, id);
    if (known === undefined) return { ...section, id, order: '' };
    const isSame = title(known) === title(section) || title(section) === '';
    return { ...known, level: section.level, titles: isSame ? known.titles : { ...known.titles, ...section.titles } };
  });
  return {
    sections: withOrders(sections, null, null) ?? orderedAnew(sections),
    ids,
  };
}
