import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { addLayer } from '#renderer/reader/drawing.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import styles from './AnnotationTools.module.css';
import { AnnotationCard } from './card/AnnotationCard.tsx';
import { homeTargets } from './changes.ts';
import { annotationCommands } from './commands.ts';
import { ExtentHandles } from './extent/ExtentHandles.tsx';
import { annotationLayer } from './layer.ts';
import { LinkBar } from './linking/LinkBar.tsx';
import { lightAnnotations } from './lit.ts';
import { PaletteDialog } from './palette/PaletteDialog.tsx';
import { usePalette } from './palette/use-palette.ts';
import { everything } from './panel/filter.ts';
import { setFilter } from './panel/panel-state.ts';
import { followPresses } from './pressing.ts';
import { annotationTools } from './store.ts';
import { SelectionToolbar } from './toolbar/SelectionToolbar.tsx';

/** Highlights in the text and everything that floats over it for them. To be mounted once, while a work is open. */
export function AnnotationTools() {
  useEffect(() => {
    const endings = [
      addLayer(annotationLayer),
      lightAnnotations(document),
      followPresses(document),
      offer(annotationCommands),
    ];
    return () => {
      for (const end of endings) end();
      readerView.setState({ lit: new Set(), chosen: null, linking: null });
      setFilter(everything);
      annotationTools.setState({ card: null, cameFrom: null, told: null, attaching: null });
    };
  }, []);
  return (
    <>
      <SelectionToolbar />
      <ExtentHandles />
      <AnnotationCard />
      <LinkBar />
      <PaletteDialog />
      <Told />
    </>
  );
}

/** Reads out the annotation that a key led to: its colour, its words, its note. */
function Told() {
  const { t } = useTranslation('annotations');
  const palette = usePalette();
  const scripts = useScripts();
  const told = useStore(annotationTools, (state) => state.told);
  const annotation = useStore(openedWork, (state) =>
    told === null ? undefined : state.current?.annotations.get(told),
  );
  return (
    <p role="status" className={styles.told}>
      {annotation !== undefined &&
        t('told', {
          colour: palette.name(palette.colour(annotation.colour)),
          quote: homeTargets(annotation)
            .map((target) => scripts(target.edition).quote(target))
            .join(' '),
          note: annotation.body,
        })}
    </p>
  );
}
