import type { Concordance } from '#main/api/concordance-shapes.ts';

/** In how many ways a term is rendered, and in how many places none of its glosses stands beside it. */
export function consistency({ renderings }: Pick<Concordance, 'renderings'>): { ways: number; missing: number } {
  return {
    ways: renderings.filter(({ gloss }) => gloss !== null).length,
    missing: renderings.find(({ gloss }) => gloss === null)?.count ?? 0,
  };
}
