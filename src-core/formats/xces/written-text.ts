import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import type { BitextSide } from '../bitext.ts';
import type { KeptParagraph } from './document.ts';

/** A text in paragraphs and sentences with ids, as lines of XML, and the ids of each paragraph's sentences. */
export interface WrittenText {
  readonly lines: readonly string[];
  /** By the paragraph's id. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/** A sentence as it is written: `[start, end)` of the paragraph's text, in UTF-16 code units, and what its element says. */
interface WrittenSentence {
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The paragraphs and sentences of a text. Where they came from such a file and the text is still as long, they have the same ends and the
 * same ids; else sentences are as the language has them, and numbered.
 *
 * @param between what stands between the two numbers of an id
 */
export function writtenText({ edition, paragraphs }: BitextSide, between: '.' | ':'): WrittenText {
  const { sentences } = language(edition.language);
  const used = new Set<string>();
  const kept = paragraphs.map((paragraph) => keptOf(paragraph, used));
  const ids = new Map<string, string[]>();
  const lines = paragraphs.flatMap((paragraph, at): string[] => {
    const own = kept[at] ?? null;
    const number = String(at + 1);
    const written: readonly WrittenSentence[] =
      own?.sentences ??
      sentences(paragraph.text).map(([start, end], index): WrittenSentence => {
        const id = free(`${number}${between}${String(index + 1)}`, used);
        return { start, end, attributes: { id } };
      });
    ids.set(
      paragraph.id,
      written.map(({ attributes }) => attributes['id'] ?? ''),
    );
    const inner = written.map(
      ({ start, end, attributes }) =>
        `<s${attributesOf(attributes)}>${xmlText(paragraph.text.slice(start, end).trimEnd())}</s>`,
    );
    return [`<p${attributesOf(own?.attributes ?? { id: number })}>`, ...inner, '</p>'];
  });
  return { lines, ids };
}

/** What another program said of a paragraph, where it still fits; its ids are taken then. */
function keptOf(
  { text, foreign }: Paragraph,
  used: Set<string>,
): { attributes: Readonly<Record<string, string>>; sentences: WrittenSentence[] } | null {
  const kept = (foreign as { xces?: Partial<KeptParagraph> } | undefined)?.xces;
  if (!Array.isArray(kept?.sentences)) return null;
  let start = 0;
  const found: WrittenSentence[] = [];
  for (const { end, attributes } of kept.sentences) {
    const own = strings(attributes);
    const id = own['id'];
    if (typeof end !== 'number' || !(end > start) || id === undefined || !isId(id) || used.has(id)) return null;
    const space = text.slice(start, end).length - text.slice(start, end).trimStart().length;
    found.push({ start: start + space, end, attributes: own });
    start = end;
  }
  const ids = new Set(found.map(({ attributes }) => attributes['id']));
  if (start !== text.length || ids.size < found.length) return null;
  for (const { attributes } of found) used.add(attributes['id'] ?? '');
  return { attributes: strings(kept.attributes), sentences: found };
}

/** An id that a list of ids can hold. */
function isId(id: string): boolean {
  return id !== '' && !/[\s;]/u.test(id);
}

/** An id that nothing else has. */
export function free(id: string, used: Set<string>): string {
  let found = id;
  for (let count = 2; used.has(found); count += 1) found = `${id}-${String(count)}`;
  used.add(found);
  return found;
}

/** Attributes that come from data: names that are none, and values that are no texts, are left out. */
export function attributesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join('');
}

/** What of a record's unknown part can be written as attributes. */
export function strings(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  const isName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/u;
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && isName.test(entry[0]),
    ),
  );
}
