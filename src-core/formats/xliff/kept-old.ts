import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { namespaces, type XliffForeign } from './foreign.ts';

/**
 * What a file of XLIFF 1.2 says of the document that it is of: its name, and where its skeleton is. A skeleton inside of the file is
 * left out: without the program that made it nothing can be done with it, and it is often greater than all texts.
 */
export function keptOfOldFile(file: XmlElement): XliffForeign | null {
  const original = file.attributes.get('original');
  const [skeleton] = descendantsOf(file, 'skl').flatMap((one) => childrenOf(one, 'external-file'));
  const href = skeleton?.attributes.get('href');
  if (original === undefined && href === undefined) return null;
  return {
    attributes: original === undefined ? {} : { original },
    elements: href === undefined ? [] : [`<skeleton${xmlAttributes({ href })}/>`],
  };
}

/** What a program says of a unit of XLIFF 1.2, in the words of 2.1; `null` where it says nothing but its id. */
export function keptOfOld(
  unit: XmlElement,
  file: XmlElement | null,
): XliffForeign & { segment?: Record<string, string> } {
  const { attributes } = unit;
  const id = attributes.get('id');
  const name = attributes.get('resname');
  const matches = proposals(unit);
  return {
    attributes: {
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      ...(attributes.get('translate') === 'no' ? { translate: 'no' } : {}),
    },
    elements: [...groups(unit, file), ...(matches === null ? [] : [matches])],
    // What a proposal is for is said by the id of the segment.
    ...(matches === null ? {} : { segment: { id: 's1' } }),
  };
}

/** Attributes that are said otherwise in 2.1, or not at all. */
const said = new Set(['id', 'resname', 'translate', 'xml:space', 'xml:lang']);

/** What has no place in the core of 2.1: attributes of the unit, its target, its segments, and where it is from, as metadata. */
function groups(unit: XmlElement, file: XmlElement | null): string[] {
  const [target] = childrenOf(unit, 'target');
  const segments = descendantsOf(unit, 'seg-defs').flatMap((all) => childrenOf(all, 'seg'));
  const original = file?.attributes.get('original');
  return [
    group('xliff-1.2', others(unit, original === undefined ? [] : [['original', original]])),
    group('xliff-1.2-target', target === undefined ? [] : others(target)),
    ...segments.map((segment) =>
      group('xliff-1.2-segment', others(segment, [['id', segment.attributes.get('id') ?? '']])),
    ),
    ...childrenOf(unit, 'context-group').map((context) =>
      group(
        'xliff-1.2-context',
        childrenOf(context, 'context').map((one) => [one.attributes.get('context-type') ?? '', textOf(one)]),
      ),
    ),
  ].filter((one) => one !== '');
}

function others(element: XmlElement, more: readonly [string, string][] = []): [string, string][] {
  const own = Object.entries(element.written?.attributes ?? {});
  return [...more, ...own.filter(([name]) => !said.has(name) && !name.startsWith('xmlns'))];
}

function group(category: string, values: readonly (readonly [string, string])[]): string {
  const metas = values
    .filter(([type, value]) => type !== '' && value !== '')
    .map(([type, value]) => `<mda:meta${xmlAttributes({ type })}>${xmlText(value)}</mda:meta>`);
  const attributes = xmlAttributes({ 'xmlns:mda': namespaces.metadata, category });
  return metas.length === 0 ? '' : `<mda:metaGroup${attributes}>${metas.join('')}</mda:metaGroup>`;
}

/** Proposals (`<alt-trans>`) as candidates of 2.1 (`<mtc:matches>`), as text. Those without a translation are none. */
function proposals(unit: XmlElement): string | null {
  const [whole] = childrenOf(unit, 'source');
  const found = childrenOf(unit, 'alt-trans').flatMap((one) => {
    const [source = whole] = childrenOf(one, 'source');
    const [target] = childrenOf(one, 'target');
    if (source === undefined || target === undefined || textOf(target) === '') return [];
    const quality = /^\d+(?:\.\d+)?/u.exec(one.attributes.get('match-quality') ?? '')?.[0];
    const attributes = xmlAttributes({
      ref: '#s1',
      ...(quality === undefined || Number(quality) > 100 ? {} : { matchQuality: quality }),
      ...(one.attributes.has('origin') ? { origin: one.attributes.get('origin') ?? '' } : {}),
    });
    const inner = `<source>${xmlText(textOf(source))}</source><target>${xmlText(textOf(target))}</target>`;
    return [`<mtc:match${attributes}>${inner}</mtc:match>`];
  });
  const attributes = xmlAttributes({ 'xmlns:mtc': 'urn:oasis:names:tc:xliff:matches:2.0', xmlns: namespaces.core });
  return found.length === 0 ? null : `<mtc:matches${attributes}>${found.join('')}</mtc:matches>`;
}
