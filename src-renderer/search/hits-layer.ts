import { headwordIndex, matches, type GlossaryIndex } from '#core/glossary/match.ts';
import { language } from '#core/language/language.ts';
import { foldInScript, foldQueryInScript } from '#core/language/scripts/search.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { foldText, type Folded } from '#core/text/fold.ts';
import type { TextRange } from '#core/text/range.ts';
import { foldQuery, searchFolded } from '#core/text/search.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Layer } from '#renderer/reader/drawing.ts';
import { schemeNow } from '#renderer/reader/use-scripts.ts';
import { editionsToSearch, searchView, type SearchView } from './search-state.ts';
import './hits.css';

/**
 * Hits in the text of both sides, the current one stronger. Found here in the paragraphs that are mounted, so that also
 * those beyond the list's end are drawn.
 */
export const hitsLayer: Layer = {
  name: 'search',
  draw: (paragraph) => {
    const { hits, current } = searchView.getState();
    const at = current === null ? undefined : hits?.hits[current];
    return rangesIn(paragraph).map(([start, end]) => ({
      start,
      end,
      class: at?.paragraph === paragraph.id && at.start === start ? 'hit hit-current' : 'hit',
    }));
  },
  subscribe: (changed) =>
    searchView.subscribe((state, before) => {
      if (state.hits !== before.hits) changed('all');
      else if (state.current !== before.current) {
        const paragraphs = [before, state].flatMap(currentParagraph);
        changed(new Set(paragraphs));
      }
    }),
};

function currentParagraph({ hits, current }: SearchView): string[] {
  const hit = current === null ? undefined : hits?.hits[current];
  return hit === undefined ? [] : [hit.paragraph];
}

function rangesIn(paragraph: Paragraph): readonly TextRange[] {
  const { hits, term, query } = searchView.getState();
  if (hits === null || !editionsToSearch().includes(paragraph.edition)) return [];
  if (term !== null) {
    const index = indexOf(term.headword, paragraph);
    return index === null ? [] : matches(paragraph.text, index).map(({ start, end }): TextRange => [start, end]);
  }
  const scheme = schemeNow(paragraph.edition);
  const inScript = scheme === null ? null : foldQueryInScript(query, scheme);
  if (scheme !== null && inScript !== null) return searchFolded(foldInScript(paragraph.text, scheme), inScript);
  const ready = foldQuery(query);
  return ready === null ? [] : searchFolded(folded(paragraph), ready);
}

/** A paragraph is a value, so it is folded once as long as it is kept. */
const foldedTexts = new WeakMap<Paragraph, Folded>();

function folded(paragraph: Paragraph): Folded {
  let known = foldedTexts.get(paragraph);
  if (known === undefined) foldedTexts.set(paragraph, (known = foldText(paragraph.text)));
  return known;
}

let lastIndex: { headword: string; tag: string; index: GlossaryIndex } | null = null;

function indexOf(headword: string, { edition }: Paragraph): GlossaryIndex | null {
  const tag = openedWork.getState().current?.editions.find(({ id }) => id === edition)?.language;
  if (tag === undefined) return null;
  if (lastIndex?.headword !== headword || lastIndex.tag !== tag) {
    const { term } = searchView.getState();
    lastIndex = { headword, tag, index: headwordIndex(term === null ? [] : [term], language(tag)) };
  }
  return lastIndex.index;
}
