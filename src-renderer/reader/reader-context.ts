import { createContext, useContext } from 'react';
import type { Arrangement } from './arrangement.ts';
import type { Side } from './column.ts';
import type { Mode } from './plan.ts';
import type { Schemes } from './script.ts';
import type { Shown, Viewport } from './viewport.ts';

/** What the parts of the reading view need of it. */
export interface ReaderFrame extends Shown {
  viewport: Viewport;
  arrangement: Arrangement;
  /** As it is shown: a narrow view shows side by side as stacked. */
  mode: Mode;
  /** The side that is shown by itself, while the panes scroll each by itself; `null`: both. */
  alone: Side | null;
  /** The scripts that the columns are shown in; `null`: their own. */
  schemes: Schemes;
  focusParagraph: (paragraph: string) => void;
}

const context = createContext<ReaderFrame | null>(null);

export const ReaderContext = context.Provider;

/** @throws Error outside of the reading view */
export function useReader(): ReaderFrame {
  const parts = useContext(context);
  if (parts === null) throw new Error('useReader: not inside the reading view');
  return parts;
}
