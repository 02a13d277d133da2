import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { offer } from '#renderer/app/commands.ts';
import { useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { addLayer } from '#renderer/reader/drawing.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { draftLayer } from './draft-layer.ts';
import { draftOf, type TermDraft } from './draft.ts';
import { Floating } from './Floating.tsx';
import { glossaryCommands } from './glossary-commands.ts';
import { closeTool, glossaryView, openTool, type OpenedTool, type TextPlace } from './glossary-state.ts';
import { boxOfPlace, HoverGloss, placeKey } from './HoverGloss.tsx';
import { lightTerms, pressedMark } from './lit.ts';
import { marksLayer } from './marks-layer.ts';
import type { OfferPlace } from './offers.ts';
import styles from './GlossaryTools.module.css';
import { wordCommands } from './level-commands.ts';
import { followPointer } from './meant-word.ts';
import { RestDialog } from './rest/RestDialog.tsx';
import besideStyles from './word/Beside.module.css';
import { Beside } from './word/Beside.tsx';
import { NewWord } from './word/NewWord.tsx';
import cardStyles from './card/TermCard.module.css';
import { TermCard } from './card/TermCard.tsx';
import { TermEditor } from './TermEditor.tsx';

const none: readonly string[] = [];

/** The glossary over the text of an open work: marks, glosses under the pointer, the card, the forms, the commands. */
export function GlossaryTools() {
  useEffect(() => {
    const endings = [
      addLayer(marksLayer),
      addLayer(draftLayer),
      lightTerms(document),
      followPointer(document),
      offer(glossaryCommands),
      offer(wordCommands),
      pressedMark(document, ({ terms, place }) => {
        if (!glossaryView.getState().writing) {
          openTool(terms.length > 0 ? { kind: 'card', terms, place } : { kind: 'word', place });
        }
      }),
    ];
    return () => {
      for (const end of endings) end();
      closeTool();
    };
  }, []);
  const reading = useReading();
  const marks = reading?.marksHidden !== true;
  const newWords = reading?.newWords === true;
  useEffect(() => {
    glossaryView.setState({ marks, newWords });
  }, [marks, newWords]);
  return (
    <>
      <HoverGloss />
      <OpenTool />
      <RestDialog />
    </>
  );
}

/** The card or form that is open, near its word; a form without a word stands in the middle. */
function OpenTool() {
  const { t } = useTranslation('glossary');
  const open = useStore(glossaryView, (state) => state.open);
  const terms = useStore(library, (state) => state.terms);
  const scripts = useLanguageScripts();
  const gone = open !== null && subjects(open).every((id) => id !== null && !terms.has(id));
  useEffect(() => {
    // Else it would come up again when the deletion is undone.
    if (gone) closeTool();
  }, [gone]);
  if (open === null || gone) return null;
  if (open.kind === 'add' || open.kind === 'edit') return <FormTool key={toolKey(open)} open={open} />;
  const { place } = open;
  const [first] = open.kind === 'card' ? open.terms.flatMap((id) => terms.get(id) ?? []) : [];
  const label = {
    card: t('card.label', { headword: first === undefined ? '' : scripts(first.language).text(first.headword) }),
    word: t('word.label'),
    beside: t('beside.label'),
  }[open.kind];
  return (
    <Floating
      key={open.kind}
      label={label}
      anchor={() => boxOfPlace(place)}
      anchorKey={placeKey(place)}
      closesOutside={open.kind !== 'word'}
      sheet
      onClose={closeTool}
      className={(open.kind === 'beside' ? besideStyles.card : cardStyles.card) ?? ''}
    >
      {open.kind === 'card' && (
        <TermCard terms={open.terms} place={place} {...(open.shown === undefined ? {} : { shown: open.shown })} />
      )}
      {open.kind === 'word' && <NewWord key={placeKey(place)} place={place} />}
      {open.kind === 'beside' && <Beside place={place} extent={open.extent} />}
    </Floating>
  );
}

/** The terms that a card or form is about; `null` stands for none that is there yet. */
function subjects(open: OpenedTool): readonly (string | null)[] {
  if (open.kind === 'card') return open.terms;
  return [open.kind === 'edit' ? open.term : null];
}

function toolKey(open: OpenedTool): string {
  return open.kind === 'edit' ? open.term : open.kind;
}

function FormTool({ open }: { open: Extract<OpenedTool, { kind: 'add' | 'edit' }> }) {
  const { t } = useTranslation('glossary');
  const term = useStore(library, (state) => (open.kind === 'edit' ? (state.terms.get(open.term) ?? null) : null));
  const place: TextPlace | null = open.kind === 'add' ? open.target : open.place;
  const [offerPlace] = useState(() => inEdition(place));
  if (open.kind === 'edit' && term === null) return null;
  const start: TermDraft | null = open.draft ?? (term === null ? null : draftOf(term));
  if (start === null) return null;
  const title = term === null ? t('form.addTitle') : t('form.editTitle', { headword: term.headword });
  const editor = (
    <TermEditor
      start={start}
      term={term}
      target={offerPlace}
      over={open.kind === 'add' ? open.over : none}
      onEditSame={(other, draft) => {
        openTool({ kind: 'edit', term: other.id, place, draft });
      }}
      onSaved={() => {
        closeTool();
        readerControls.current?.clearSelection();
      }}
      onCancel={closeTool}
    />
  );
  if (place === null) {
    return (
      <Dialog title={title} isOpen onClose={closeTool} dismissable={false}>
        {editor}
      </Dialog>
    );
  }
  return (
    <Floating
      label={title}
      anchor={() => boxOfPlace(place)}
      anchorKey={placeKey(place)}
      closesOutside={false}
      onClose={closeTool}
      className={styles.form ?? ''}
    >
      <h2 className={styles.title}>{title}</h2>
      {editor}
    </Floating>
  );
}

function inEdition(place: TextPlace | null): OfferPlace | null {
  const edition = openedWork.getState().current?.places.get(place?.paragraph ?? '')?.edition;
  return place === null || edition === undefined ? null : { ...place, edition };
}
