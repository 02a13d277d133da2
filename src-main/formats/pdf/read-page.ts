import { cleanText } from '#core/formats/clean-text.ts';
import type { Findings } from '#core/formats/findings.ts';
import { webAddress } from '#core/formats/web-address.ts';
import { drawnOn } from './drawn.ts';
import { styleOfFont } from './font-style.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PageItem, PageText, TextStyle } from './page-text.ts';
import { Tags } from './tags.ts';
import { uprightItems } from './upright.ts';

/** A piece of text as pdf.js gives it, and the marks where marked content begins and ends. */
interface Piece {
  readonly str: string;
  readonly width: number;
  readonly transform: number[];
  readonly fontName: string;
}
interface MarkedContent {
  readonly type: string;
  readonly id?: string | null;
  readonly tag?: string;
}

/** What is looked at of an annotation. */
interface Annotation {
  readonly subtype?: unknown;
  readonly url?: unknown;
  readonly rect?: unknown;
}

/** A link of a page: its box, from the upper left corner. */
interface Link {
  readonly href: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** What is carried from page to page. */
export interface Reading {
  readonly findings: Findings;
  /** The number of the next element of a tagged file. */
  nextElement: number;
  /** Letters outside and inside of what the file calls an artifact, and inside of an element. */
  letters: number;
  artifacts: number;
  tagged: number;
}

/** Reads a page; one that is damaged is an empty one, and reported. @param number from 1 */
export async function readPage(pdf: OpenPdf, number: number, reading: Reading): Promise<PageText> {
  try {
    return await read(pdf, number, reading);
  } catch {
    reading.findings.add('damaged', 'damaged', { place: { page: number } });
    return { items: [], rules: [], pictures: [], width: 0, height: 0 };
  }
}

async function read(pdf: OpenPdf, number: number, reading: Reading): Promise<PageText> {
  const page = await pdf.document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  // Fonts are known by name only once the page is made ready to be drawn.
  const [content, operators, tree, annotations] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true }),
    page.getOperatorList({ annotationMode: pdf.noAnnotations }).catch(() => null),
    pdf.isTagged ? page.getStructTree().catch(() => null) : null,
    page.getAnnotations().catch((): readonly Annotation[] => []),
  ]);
  const tags = new Tags(tree, reading.nextElement);
  reading.nextElement = tags.next;
  const links = (annotations as readonly Annotation[]).flatMap((one): Link[] => linkOf(one, viewport));
  const styles = new Map<string, TextStyle>();
  const styleOf = (font: string): TextStyle => {
    const known = styles.get(font) ?? styleOfFont(fontName(page.commonObjs, font));
    styles.set(font, known);
    return known;
  };
  const items: PageItem[] = [];
  /** Marked contents that are open: the element of each, or that it is no text. */
  const open: { id: string | null; artifact: boolean; startedAt: number }[] = [];
  let spaced = false;
  /** Where an empty stretch was: a soft hyphen, which some programs draw as a space without width. */
  let softAt = -1;
  for (const piece of content.items as readonly (Piece | MarkedContent)[]) {
    if (!('str' in piece)) {
      if (piece.type === 'endMarkedContent') {
        if (open.pop()?.startedAt === items.length) softAt = items.length;
      } else {
        open.push({
          id: piece.id ?? null,
          artifact: piece.tag === 'Artifact',
          startedAt: piece.tag === 'Span' ? items.length : -1,
        });
      }
      continue;
    }
    const isSplit = softAt === items.length && /^ \p{Ll}/u.test(piece.str) && /\p{L}$/u.test(items.at(-1)?.text ?? '');
    const text = cleanText(isSplit ? piece.str.slice(1) : piece.str, reading.findings, { page: number });
    if (text.trim() === '') {
      spaced ||= text !== '';
      continue;
    }
    if (open.some(({ artifact }) => artifact)) {
      reading.artifacts += text.length;
      continue;
    }
    const [, , c = 0, d = 0] = piece.transform;
    const id = open.findLast((one) => one.id !== null)?.id;
    const element = id === undefined || id === null ? null : tags.get(id);
    reading.letters += text.length;
    if (element !== null) reading.tagged += text.length;
    items.push({
      text,
      x: 0,
      y: 0,
      width: piece.width,
      size: Math.hypot(c, d),
      spaced,
      href: null,
      element,
      ...styleOf(piece.fontName),
      matrix: pdf.transform(viewport.transform, piece.transform),
    } as PageItem & { matrix: number[] });
    spaced = false;
  }
  const drawn =
    operators === null
      ? { rules: [], pictures: [] }
      : drawnOn(operators, pdf.codes, viewport.transform, (a, b) => pdf.transform(a, b));
  page.cleanup();
  const upright = uprightItems(items as (PageItem & { matrix: number[] })[], viewport);
  return { ...upright, items: upright.items.flatMap((item) => withLinks(item, links)), ...drawn };
}

function fontName(fonts: { has: (id: string) => boolean; get: (id: string) => unknown }, id: string): string {
  const font = fonts.has(id) ? fonts.get(id) : null;
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string' ? font.name : '';
}

function linkOf(
  annotation: Annotation,
  viewport: { convertToViewportPoint: (x: number, y: number) => number[] },
): Link[] {
  const { subtype, url, rect } = annotation;
  if (subtype !== 'Link' || typeof url !== 'string' || !Array.isArray(rect)) return [];
  const href = webAddress(url);
  if (href === null) return [];
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect.map(Number);
  const [[a = 0, b = 0], [c = 0, d = 0]] = [
    viewport.convertToViewportPoint(x0, y0),
    viewport.convertToViewportPoint(x1, y1),
  ];
  return [{ href, box: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] }];
}

/** An item as up to three, where part of it stands in a link. Letters are taken to be alike wide, and words are not divided. */
function withLinks(item: PageItem, links: readonly Link[]): PageItem[] {
  const { x, y, width, text, size } = item;
  const middle = y - size * 0.3;
  const link = links.find(({ box: [l, t, r, b] }) => middle > t && middle < b && x < r - 1 && x + width > l + 1);
  if (link === undefined) return [item];
  const [left, , right] = link.box;
  const at = (place: number): number => {
    const guess = Math.round(((place - x) / width) * text.length);
    if (guess <= 0 || place <= x + 1) return 0;
    if (guess >= text.length || place >= x + width - 1) return text.length;
    const words = [...text.matchAll(/(?<=\s)(?=\S)|(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}])/gu)].map(({ index }) => index);
    return words.reduce(
      (best, word) => (Math.abs(word - guess) < Math.abs(best - guess) ? word : best),
      guess > text.length / 2 ? text.length : 0,
    );
  };
  const [start, end] = [at(left), at(right)];
  if (start >= end) return [item];
  const part = (from: number, to: number, href: string | null): PageItem[] =>
    from >= to
      ? []
      : [
          {
            ...item,
            text: text.slice(from, to),
            x: x + (width * from) / text.length,
            width: (width * (to - from)) / text.length,
            spaced: from === 0 && item.spaced,
            href,
          },
        ];
  return [...part(0, start, null), ...part(start, end, link.href), ...part(end, text.length, null)];
}
