import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { ImportedAnnotation, ImportedTarget } from '../imported.ts';
import { dateTime } from '../units/date-time.ts';
import type { TeiText } from './text-read.ts';

/** The annotations in `<standOff>`, as far as they are on stretches of text or on paragraphs of the file. */
export function readAnnotations(root: XmlElement, texts: readonly TeiText[], findings: Findings): ImportedAnnotation[] {
  return descendantsOf(root, 'listAnnotation').flatMap((list) =>
    childrenOf(list, 'annotation').flatMap((element): ImportedAnnotation[] => {
      const { attributes, line } = element;
      const targets = (attributes.get('target') ?? '')
        .split(/\s+/u)
        .flatMap((pointer) => targetOf(pointer, texts) ?? []);
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
function targetOf(pointer: string, texts: readonly TeiText[]): ImportedTarget | null {
  const range = /^#string-range\(([^,()\s]{1,300}),(\d{1,9}),(\d{1,9})\)$/u.exec(pointer);
  const id = range?.[1] ?? pointer.replace(/^#/u, '');
  for (const [at, { ids, blocks }] of texts.entries()) {
    const block = ids.get(id)?.[0];
    const text = block === undefined ? undefined : blocks[block]?.text;
    if (block === undefined || text === undefined) continue;
    if (range === null) return { text: at, block, start: 0, end: text.length };
    const characters = [...text];
    const start = characters.slice(0, Number(range[2])).join('').length;
    const end = start + characters.slice(Number(range[2]), Number(range[2]) + Number(range[3])).join('').length;
    return start < end ? { text: at, block, start, end } : null;
  }
  return null;
}
