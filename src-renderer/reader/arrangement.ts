import { linksBetween } from '#core/alignment/between.ts';
import { linkIndex, type Link, type LinkIndex } from '#core/alignment/link.ts';
import { spreadIndex, spreads, type Spread } from '#core/alignment/spreads.ts';
import type { Edition, Section } from '#core/records/work.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';

/** The editorial title of a section, in the languages of the two columns; `null` where it has none. */
export interface EditorialTitle {
  left: string | null;
  right: string | null;
}

/** Two editions of a work beside each other: what stands where, whatever the mode. `source` is left, `target` right. */
export interface Arrangement {
  work: string;
  left: Edition;
  right: Edition;
  links: readonly Link[];
  index: LinkIndex;
  spreads: readonly Spread[];
  /** The spread of each paragraph of either edition. */
  spreadOf: ReadonlyMap<string, number>;
  /** By link: the editorial title that stands above it. */
  titles: ReadonlyMap<number, EditorialTitle>;
  /** Where one side is shown by itself (one-side.ts): what it is a side of. */
  full?: Arrangement;
  /** The length of a paragraph in UTF-16 code units; headings count by their type. */
  outlineOf: (paragraph: string) => { length: number; heading: boolean };
}

/** The parts of an open work that an arrangement follows from: as long as they are the same, so is the arrangement. */
export type Structure = Pick<OpenWork, 'id' | 'editions' | 'sections' | 'outline' | 'alignments' | 'places'> & {
  /** The id of the edition that is the original. */
  original: string;
};

/** Sets two editions beside each other, or gives `null` when the work has neither (a reading may name one that is gone). */
export function arrange(open: Structure, editions: readonly [string, string]): Arrangement | null {
  const left = open.editions.find(({ id }) => id === editions[0]);
  const right = open.editions.find(({ id }) => id === editions[1]);
  if (left === undefined || right === undefined) return null;
  const links = linksBetween(left.id, right.id, {
    original: open.original,
    alignments: open.alignments,
    paragraphs: paragraphIds(open),
  });
  const outlineOf = (paragraph: string): { length: number; heading: boolean } => {
    const place = open.places.get(paragraph);
    const entry = place === undefined ? undefined : open.outline[place.edition]?.[place.index];
    return { length: entry?.[3] ?? 0, heading: entry?.[2] === 'heading' };
  };
  const begins = sectionBeginnings(open, [left.id, right.id]);
  const cut = spreads(
    links,
    (paragraph) => outlineOf(paragraph).length,
    (paragraph) => begins.has(paragraph),
  );
  return {
    work: open.id,
    left,
    right,
    links,
    index: linkIndex(links),
    spreads: cut,
    spreadOf: spreadIndex(links, cut),
    titles: editorialTitles(links, begins, left, right),
    outlineOf,
  };
}

const ids = new WeakMap<Structure['outline'], Record<string, readonly string[]>>();

function paragraphIds({ outline }: Pick<Structure, 'outline'>): Record<string, readonly string[]> {
  let found = ids.get(outline);
  if (found === undefined) {
    found = Object.fromEntries(Object.entries(outline).map(([edition, list]) => [edition, list.map(([id]) => id)]));
    ids.set(outline, found);
  }
  return found;
}

/**
 * By paragraph, the section that it begins. A section that opens with headings of the text begins, for an editorial
 * title, under them: at its first paragraph that is no heading.
 */
function sectionBeginnings(open: Structure, editions: readonly string[]): Map<string, Section> {
  const sections = new Map(open.sections.map((section) => [section.id, section]));
  const begins = new Map<string, Section>();
  for (const edition of editions) {
    const list = open.outline[edition] ?? [];
    let waiting: Section | null = null;
    let current = '';
    for (const [index, [id, sectionId, type]] of list.entries()) {
      if (sectionId !== current) {
        current = sectionId;
        waiting = sections.get(sectionId) ?? null;
      }
      const next = list[index + 1];
      const headsOn = type === 'heading' && next !== undefined && next[1] === sectionId;
      if (waiting === null || (headsOn && waiting.editorial === true)) continue;
      begins.set(id, waiting);
      waiting = null;
    }
  }
  return begins;
}

function editorialTitles(
  links: readonly Link[],
  begins: ReadonlyMap<string, Section>,
  left: Edition,
  right: Edition,
): Map<number, EditorialTitle> {
  const titles = new Map<number, EditorialTitle>();
  for (const [index, { source, target }] of links.entries()) {
    const onLeft = firstEditorial(source, begins);
    const onRight = firstEditorial(target, begins);
    if (onLeft === null && onRight === null) continue;
    titles.set(index, {
      left: titleIn(left, onLeft, onRight),
      right: titleIn(right, onRight, onLeft),
    });
  }
  return titles;
}

function firstEditorial(paragraphs: readonly string[], begins: ReadonlyMap<string, Section>): Section | null {
  for (const id of paragraphs) {
    const section = begins.get(id);
    if (section?.editorial === true) return section;
  }
  return null;
}

function titleIn({ language }: Edition, own: Section | null, other: Section | null): string | null {
  return own?.titles[language] ?? other?.titles[language] ?? null;
}
