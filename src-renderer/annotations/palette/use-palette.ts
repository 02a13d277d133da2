import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { colourOf, offeredColours } from '#core/annotation/colours.ts';
import type { Colour } from '#core/records/preference.ts';
import { library } from '#renderer/app/library-store.ts';

/** The reader's colours, with their names in the interface's language. */
export interface NamedPalette {
  offered: readonly Colour[];
  colour: (id: string) => Colour;
  name: (colour: Colour) => string;
}

export function usePalette(): NamedPalette {
  const { t } = useTranslation('annotations');
  const palette = useStore(library, (view) => view.state?.palette ?? null);
  return useMemo(() => {
    const defaults = new Map([
      ['question', t('colour.question')],
      ['fact', t('colour.fact')],
      ['person', t('colour.person')],
      ['term', t('colour.term')],
    ]);
    return {
      offered: offeredColours(palette),
      colour: (id) => colourOf(id, palette),
      name: ({ id, name }) => name ?? defaults.get(id) ?? id,
    };
  }, [palette, t]);
}
