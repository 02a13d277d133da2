import { language } from '#core/language/language.ts';
import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, type BitextSide, wholeBitext } from '../bitext.ts';
import type { WrittenEntry } from '../writer.ts';

/**
 * A bitext as OPUS has it: each text in sentences in a file of its own, and an alignment (`cesAlign`) of their numbers. What
 * paragraphs are beyond text is not kept. The entries of an archive. Rules O of `docs/spec/formats.md`.
 */
export function writeXces(bitext: Bitext, options: BitextOptions = wholeBitext): WrittenEntry[] {
  const { source, target } = bitext;
  const [from, to] = [source, target].map(({ edition }) => edition.language);
  const names = [`${from ?? ''}/text.xml`, `${to === from ? `${to ?? ''}-2` : (to ?? '')}/text.xml`];
  const ids = new Map<string, string[]>();
  const texts = [source, target].map((side) => text(side, ids));
  const links = bitext.beads
    .filter(({ status }) => options.includeUnconfirmed || status === 'confirmed')
    .map((bead, at) => {
      const side = (list: readonly string[]): string => list.flatMap((id) => ids.get(id) ?? []).join(' ');
      return `    <link${xmlAttributes({
        id: `SL${String(at + 1)}`,
        xtargets: `${side(bead.source)};${side(bead.target)}`,
        certainty: bead.confidence,
        status: bead.status === 'confirmed' ? 'man' : 'auto',
      })}/>`;
    });
  const alignment = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cesAlign version="1.0">',
    `  <linkGrp${xmlAttributes({ targType: 's', fromDoc: names[0], toDoc: names[1] })}>`,
    ...links,
    '  </linkGrp>',
    '</cesAlign>',
    '',
  ].join('\n');
  return [{ name: 'alignment.xml', data: alignment }, ...texts.map((data, at) => ({ name: names[at] ?? '', data }))];
}

/** A text in paragraphs and sentences, which are numbered; `ids` gets the sentences of each paragraph. */
function text({ edition, paragraphs }: BitextSide, ids: Map<string, string[]>): string {
  const { sentences } = language(edition.language);
  const lines = paragraphs.map((paragraph, at) => {
    const ranges = sentences(paragraph.text);
    const names = ranges.map((_, number) => `${String(at + 1)}.${String(number + 1)}`);
    ids.set(paragraph.id, names);
    const inner = ranges.map(
      ([start, end], number) => `    <s id="${names[number] ?? ''}">${xmlText(paragraph.text.slice(start, end))}</s>`,
    );
    return [`  <p id="${String(at + 1)}">`, ...inner, '  </p>'].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<document${xmlAttributes({ 'xml:lang': edition.language })}>`,
    ...lines,
    '</document>',
    '',
  ].join('\n');
}
