import { type Namespaces, serialise } from '#core/xml/serialise.ts';
import { childrenOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import type { Property } from '../units/properties.ts';
import { namespaces, type XliffForeign } from './foreign.ts';

/** Elements of the core that are read, whatever they are in. */
const core = new Set(['unit', 'group', 'segment', 'ignorable', 'originalData', 'notes']);

/** Attributes that Egiz writes itself. */
const ownAttributes = new Set(['id', 'canResegment', 'srcDir', 'trgDir']);

/** What an element says beyond what is read: attributes, modules and extensions, groups of metadata. `null` for nothing. */
export function keptOf(element: XmlElement, scope: Namespaces, read: ReadonlySet<string>): XliffForeign | null {
  const elements = element.children.flatMap((child) => {
    if (typeof child === 'string' || read.has(child.name) || core.has(child.name)) return [];
    if (child.name !== 'metadata') return [serialise(child, scope)];
    // Groups of metadata are put into the one element that Egiz writes.
    return childrenOf(child, 'metaGroup')
      .filter((group) => !/^egiz(?:-|$)/u.test(group.attributes.get('category') ?? ''))
      .map((group) => serialise(group, { ...scope, ...declared(child) }));
  });
  const attributes = keptAttributes(element, scope);
  return elements.length === 0 && Object.keys(attributes).every((name) => ownAttributes.has(name))
    ? null
    : { attributes, elements };
}

function declared({ written }: XmlElement): Namespaces {
  return Object.fromEntries(
    Object.entries(written?.attributes ?? {}).flatMap(([name, value]) =>
      name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [],
    ),
  );
}

/** Attributes as they are written; for those of another namespace also where that is declared. */
export function keptAttributes({ written }: XmlElement, scope: Namespaces): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(written?.attributes ?? {})) {
    const [prefix = '', local] = name.split(':');
    if (name === 'xmlns' || prefix === 'xmlns' || name === 'xml:space') continue;
    const namespace = Object.hasOwn(scope, prefix) ? scope[prefix] : undefined;
    if (local !== undefined && prefix !== 'xml') {
      if (namespace === undefined || namespace === namespaces.egiz) continue;
      kept[`xmlns:${prefix}`] = namespace;
    }
    kept[name] = value;
  }
  return kept;
}

/** The metadata of Egiz's own category directly in an element; a language stands behind the name. */
export function ownMetadata(element: XmlElement, category: string): Property[] {
  return childrenOf(element, 'metadata').flatMap((metadata) =>
    childrenOf(metadata, 'metaGroup')
      .filter((group) => group.attributes.get('category') === category)
      .flatMap((group) =>
        childrenOf(group, 'meta').map((meta): Property => {
          const [name = '', language] = (meta.attributes.get('type') ?? '').split(':');
          return { name, value: textOf(meta), ...(language === undefined ? {} : { language }) };
        }),
      ),
  );
}
