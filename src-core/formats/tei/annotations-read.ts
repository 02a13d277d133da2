import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { ImportedAnnotation, ImportedTarget } from '../imported.ts';
import { dateTime } from '../units/date-time.ts';
import type { TeiText } from './text-read.ts';

/** The annotations in `<standOff>`, as far as they are on stretches of text or on paragraphs of the file. */
export function readAnnotations(root: XmlElement, texts: readonly TeiText[], findings: Findings): ImportedAnnotation[] {
  const offsets = new Offsets();
  return descendantsOf(root, 'listAnnotation').flatMap((list) =>
    childrenOf(list, 'annotation').flatMap((element): ImportedAnnotation[] => {
      const { attributes, line } = element;
      const targets = (attributes.get('target') ?? '')
        .split(/\s+/u)
        .flatMap((pointer) => targetOf(pointer, texts, offsets) ?? []);
      if (targets.length === 0) {
        findings.add('dropped', 'links-skipped', { place: { line } });
        return [];
      }
      const notes = childrenOf(element, 'note');
      const tags = notes.filter((note) => note.attributes.get('type') === 'tag');
      const words = (note: XmlElement): string => cleanText(textOf(note), findings, { line: note.line });
      const [changed] = descendantsOf(element, 'change');
      return [
        {
          created: dateTime(changed?.attributes.get('when')),
          colour: attributes.get('rend') ?? null,
          body: notes
            .filter((note) => !tags.includes(note))
            .map(words)
            .join('\n\n'),
          tags: tags.map(words),
          targets,
        },
      ];
    }),
  );
}

/** `#id`, or `#string-range(id,offset,length)`, which counts characters. */
function targetOf(pointer: string, texts: readonly TeiText[], offsets: Offsets): ImportedTarget | null {
  const range = /^#string-range\(([^,()\s]{1,300}),(\d{1,9}),(\d{1,9})\)$/u.exec(pointer);
  const id = range?.[1] ?? pointer.replace(/^#/u, '');
  for (const [at, { ids, blocks }] of texts.entries()) {
    const block = ids.get(id)?.[0];
    const text = block === undefined ? undefined : blocks[block]?.text;
    if (block === undefined || text === undefined) continue;
    if (range === null) return { text: at, block, start: 0, end: text.length };
    const start = offsets.of(text, Number(range[2]));
    const end = offsets.of(text, Number(range[2]) + Number(range[3]));
    return start < end ? { text: at, block, start, end } : null;
  }
  return null;
}

/** Where characters begin in texts, counted once for each text: very many annotations may be on one. */
class Offsets {
  readonly #starts = new Map<string, readonly number[] | null>();

  /** The place of a character, in UTF-16 code units; the end of the text for one that is not there. */
  of(text: string, character: number): number {
    let starts = this.#starts.get(text);
    if (starts === undefined) {
      starts = /\p{Surrogate}|[\u{10000}-\u{10FFFF}]/u.test(text) ? startsOf(text) : null;
      this.#starts.set(text, starts);
    }
    return Math.min(starts === null ? character : (starts[character] ?? text.length), text.length);
  }
}

function startsOf(text: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  return starts;
}
