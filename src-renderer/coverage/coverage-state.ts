import { createStore } from 'zustand/vanilla';
import { openedWork } from '#renderer/app/work-store.ts';
import { visibleParagraphs } from './visible.ts';

/** What the figures are about. */
export type Part = 'work' | 'section' | 'page';

/** What is shown below the figures. */
export type CoverageTab = 'learn' | 'sections' | 'levels';

export interface CoverageView {
  open: boolean;
  part: Part;
  tab: CoverageTab;
  /** The edition that was chosen; `null`: the original. */
  edition: string | null;
  /** The paragraphs in sight when it was opened. */
  page: readonly string[];
}

export const coverageView = createStore<CoverageView>(() => ({
  open: false,
  part: 'work',
  tab: 'learn',
  edition: null,
  page: [],
}));

/** Shows how much of the open work the reader knows. */
export function openCoverage(): void {
  const { current } = openedWork.getState();
  if (current === null) return;
  coverageView.setState(({ edition }) => ({
    open: true,
    edition: current.editions.some(({ id }) => id === edition) ? edition : null,
    page: visibleParagraphs(),
  }));
}

export function closeCoverage(): void {
  coverageView.setState({ open: false });
}
