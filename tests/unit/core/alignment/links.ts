import * as fc from 'fast-check';
import type { Link } from '#core/alignment/link.ts';

/** A confirmed link; paragraphs are parted by spaces. */
export function link(source: string, target: string, confidence = 1): Link {
  const ids = (list: string): string[] => list.split(' ').filter((id) => id !== '');
  const status = confidence === 1 ? 'confirmed' : 'auto';
  return { id: `${source}=${target}`, source: ids(source), target: ids(target), status, confidence };
}

/** Cuts `total` paragraphs of an edition into groups of at most four, some of them empty. */
const shapes = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 30 });

/** An alignment in which every paragraph of both sides stands once, in order. */
export const alignment: fc.Arbitrary<Link[]> = shapes.map((sizes) => {
  let [s, t] = [0, 0];
  return sizes.map(([sources, targets]) =>
    link(
      Array.from({ length: sources }, () => `s-${s++}`).join(' '),
      Array.from({ length: targets }, () => `t-${t++}`).join(' '),
    ),
  );
});

/**
 * Two alignments of one original with two translations: `cuts` says how many paragraphs of the original each link takes and
 * how many translate them. What is left of the original is linked with nothing.
 */
export const twoAlignments: fc.Arbitrary<{ left: Link[]; right: Link[] }> = fc
  .record({ left: shapes, right: shapes })
  .map(({ left, right }) => {
    const sum = (sizes: [number, number][]): number => sizes.reduce((total, [sources]) => total + sources, 0);
    const length = Math.max(sum(left), sum(right));
    const build = (sizes: [number, number][], edition: string): Link[] => {
      let [s, t] = [0, 0];
      const rest = Array.from({ length: length - sum(sizes) }, (): [number, number] => [1, 0]);
      return [...sizes, ...rest].map(([sources, targets]) =>
        link(
          Array.from({ length: sources }, () => `o-${s++}`).join(' '),
          Array.from({ length: targets }, () => `${edition}-${t++}`).join(' '),
        ),
      );
    };
    return { left: build(left, 'l'), right: build(right, 'r') };
  });
