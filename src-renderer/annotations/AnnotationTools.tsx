import { useEffect } from 'react';
import { offer } from '#renderer/app/commands.ts';
import { addLayer } from '#renderer/reader/drawing.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { AnnotationCard } from './card/AnnotationCard.tsx';
import { annotationCommands } from './commands.ts';
import { ExtentHandles } from './extent/ExtentHandles.tsx';
import { annotationLayer } from './layer.ts';
import { LinkBar } from './linking/LinkBar.tsx';
import { lightAnnotations } from './lit.ts';
import { PaletteDialog } from './palette/PaletteDialog.tsx';
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
      annotationTools.setState({ card: null, cameFrom: null, attaching: null });
    };
  }, []);
  return (
    <>
      <SelectionToolbar />
      <ExtentHandles />
      <AnnotationCard />
      <LinkBar />
      <PaletteDialog />
    </>
  );
}
