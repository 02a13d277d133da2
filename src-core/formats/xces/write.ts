import { xmlAttributes } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import type { WrittenEntry } from '../writer.ts';
import { linksOf } from './written-links.ts';
import { attributesOf, free, strings, writtenText } from './written-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * A bitext as OPUS has it: each text in sentences in a file of its own, in a folder for its language, and an alignment (`cesAlign`) of
 * their ids, the source's first. The entries of an archive. Rules O of `docs/spec/formats.md`.
 */
export function writeXces(bitext: Bitext, options: BitextOptions = wholeBitext): WrittenEntry[] {
  const { source, target, work } = bitext;
  const used = new Set<string>();
  const names = [source, target].map(
    ({ edition }) => `${free(namePart(edition.language, 'und'), used)}/${namePart(work.id, 'text')}.xml`,
  );
  const texts = { source: writtenText(source, '.'), target: writtenText(target, '.') };
  const ids = new Set<string>();
  const links = bitext.beads
    .filter(({ status }) => options.includeUnconfirmed || status === 'confirmed')
    .flatMap((bead) => linksOf(bead, texts))
    .map((link, at) => {
      const { id, ...attributes } = link.attributes;
      const xtargets = `${link.source.join(' ')};${link.target.join(' ')}`;
      return `    <link${attributesOf({ id: free(id ?? `SL${String(at + 1)}`, ids), xtargets, ...attributes })}/>`;
    });
  const alignment = [
    declaration,
    '<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">',
    '<cesAlign version="1.0">',
    `  <linkGrp${attributesOf({ targType: 's', ...groupAttributes(bitext), fromDoc: names[0] ?? '', toDoc: names[1] ?? '' })}>`,
    ...links,
    '  </linkGrp>',
    '</cesAlign>',
    '',
  ].join('\n');
  return [
    { name: 'alignment.xml', data: alignment },
    ...[source, target].map(({ edition }, at) => ({
      name: names[at] ?? '',
      data: [
        declaration,
        `<document${xmlAttributes({ id: work.id, 'xml:lang': edition.language })}>`,
        ...(at === 0 ? texts.source : texts.target).lines,
        '</document>',
        '',
      ].join('\n'),
    })),
  ];
}

/**
 * A bitext as InterText has it: `NAME.kk.xml`, `NAME.en.xml` and their alignment `NAME.kk.en.xml`, a `<linkGrp>` alone that names the
 * target's sentences first. Whole always, since InterText wants every sentence in a link. The entries of an archive.
 */
export function writeInterText(bitext: Bitext): WrittenEntry[] {
  const { source, target, work } = bitext;
  const name = namePart(work.id, 'text').replaceAll('.', '_');
  const used = new Set<string>();
  const versions = [source, target].map(({ edition }) => free(namePart(edition.language, 'und'), used));
  const files = versions.map((version) => `${name}.${version}.xml`);
  const texts = { source: writtenText(source, ':'), target: writtenText(target, ':') };
  const links = bitext.beads
    .flatMap((bead) => linksOf(bead, texts))
    .map((link) => {
      const { id: _, certainty = '', status = 'auto', ...attributes } = link.attributes;
      const isSaid = status !== 'man' && certainty !== '0.5';
      return `<link${attributesOf({
        type: `${String(link.target.length)}-${String(link.source.length)}`,
        xtargets: `${link.target.join(' ')};${link.source.join(' ')}`,
        status,
        ...(isSaid ? { certainty } : {}),
        ...attributes,
      })}/>`;
    });
  const { targType: _, ...group } = groupAttributes(bitext);
  return [
    {
      name: `${name}.${versions.join('.')}.xml`,
      data: [
        declaration,
        `<linkGrp${attributesOf({ toDoc: files[1] ?? '', fromDoc: files[0] ?? '', ...group })}>`,
        ...links,
        '</linkGrp>',
        '',
      ].join('\n'),
    },
    ...[source, target].map(({ edition }, at) => ({
      name: files[at] ?? '',
      data: [
        declaration,
        `<text${xmlAttributes({ id: work.id, 'xml:lang': edition.language })}>`,
        ...(at === 0 ? texts.source : texts.target).lines,
        '</text>',
        '',
      ].join('\n'),
    })),
  ];
}

/** What the links' group said when they were read, but for what is written anew. */
function groupAttributes({ source }: Bitext): Record<string, string> {
  const kept = (source.edition.foreign as { xces?: { group?: unknown } } | undefined)?.xces?.group;
  const { fromDoc: _, toDoc: __, version: ___, ...attributes } = strings(kept);
  return attributes;
}

/** A part of a file's name that every system can have. */
function namePart(value: string, otherwise: string): string {
  const plain = value.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/gu, '');
  return plain === '' ? otherwise : plain.slice(0, 80);
}
