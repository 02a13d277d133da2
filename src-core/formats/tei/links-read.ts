import { childrenOf, descendantsOf, type XmlElement } from '#core/xml/tree.ts';
import type { Findings } from '../findings.ts';
import type { ImportedBead, ImportedLinks } from '../imported.ts';
import { groupedTies, type TiedBlocks } from '../joined-ties.ts';
import { readLinks } from '../units/bead-properties.ts';
import type { TeiText } from './text-read.ts';

interface Tie extends TiedBlocks {
  readonly bead: Omit<ImportedBead, 'source' | 'target'>;
}

/** The beads that `<linkGrp>` and `@corresp` make. Ties that share a block are one bead. */
export function linksOf(root: XmlElement, texts: readonly TeiText[], findings: Findings): ImportedLinks[] {
  const ties = new Map<string, { between: [number, number]; ties: Tie[] }>();
  const tie = (targets: readonly string[], bead: Tie['bead'], line: number): void => {
    const found = new Map<number, number[]>();
    for (const target of targets) {
      const at = texts.findIndex(({ ids }) => ids.has(named(target)));
      if (at < 0) findings.add('dropped', 'links-skipped', { place: { line } });
      else found.set(at, [...(found.get(at) ?? []), ...(texts[at]?.ids.get(named(target)) ?? [])]);
    }
    const numbers = [...found.keys()].toSorted((a, b) => a - b);
    // Of one text only: text without counterpart, in the first alignment that its text takes part in.
    const only = numbers.length === 1 && texts.length > 1 ? numbers[0] : undefined;
    const pairs: [number, number][] =
      only !== undefined
        ? [only === 0 ? [0, 1] : [0, only]]
        : numbers.flatMap((from, at) => numbers.slice(at + 1).map((to): [number, number] => [from, to]));
    for (const between of pairs) {
      const key = between.join('~');
      const group = ties.get(key) ?? { between, ties: [] };
      group.ties.push({ blocks: [found.get(between[0]) ?? [], found.get(between[1]) ?? []], bead });
      ties.set(key, group);
    }
  };
  for (const group of descendantsOf(root, 'linkGrp')) {
    for (const link of childrenOf(group, 'link', 'ptr')) {
      // `targets` is what it was called in TEI P4.
      const targets = (link.attributes.get('target') ?? link.attributes.get('targets') ?? '').split(/[\s;]+/u);
      tie(targets.filter(Boolean), beadOf(link), link.line);
    }
  }
  texts.forEach(({ corresp, blocks }, text) => {
    for (const { block, to } of corresp) {
      const own = [...(texts[text]?.ids ?? [])].find(([, at]) => at.length === 1 && at[0] === block)?.[0];
      const name = own ?? '';
      if (name !== '' && blocks.length > block) tie([name, ...to], { status: 'confirmed', confidence: 1 }, 0);
    }
  });
  return [...ties.values()].map(({ between, ties: all }) => ({ between, beads: joined(all) }));
}

function named(target: string): string {
  return target.slice(target.indexOf('#') + 1);
}

function beadOf({ attributes }: XmlElement): Tie['bead'] {
  const status = attributes.get('type') === 'auto' ? 'auto' : 'confirmed';
  const cert = Number(attributes.get('cert') ?? Number.NaN);
  const sentences = readLinks(attributes.get('n'));
  return {
    status,
    confidence: cert >= 0 && cert <= 1 ? cert : status === 'confirmed' ? 1 : 0.5,
    ...(sentences === null ? {} : { sentences }),
    ...(attributes.get('subtype') === 'intended' ? { intended: true as const } : {}),
  };
}

/** Ties as beads, in the order in which they were first met. */
function joined(ties: readonly Tie[]): ImportedBead[] {
  return groupedTies(ties).flatMap(({ ties: [first], source, target }) =>
    first === undefined ? [] : [{ ...first.bead, source, target }],
  );
}
