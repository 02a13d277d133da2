import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { draftOf } from '#renderer/glossary/draft.ts';
import { TermEditor } from '#renderer/glossary/TermEditor.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

const none: readonly string[] = [];

/** The form of a glossary entry over the session. */
export function TermDialog({ term: id, onClose }: { term: string; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const term = useStore(library, ({ terms }) => terms.get(id) ?? null);
  useEffect(() => {
    if (term === null) onClose();
  }, [term, onClose]);
  if (term === null) return null;
  return (
    <Dialog title={t('form.editTitle', { headword: term.headword })} isOpen onClose={onClose} dismissable={false}>
      <TermEditor
        start={draftOf(term)}
        term={term}
        target={null}
        over={none}
        onEditSame={onClose}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  );
}
