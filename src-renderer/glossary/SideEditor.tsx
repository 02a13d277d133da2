import { Trash2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { draftOf, emptyDraft, type TermDraft } from './draft.ts';
import { useGlossaryLanguages } from './languages.ts';
import styles from './SideEditor.module.css';
import { TermEditor } from './TermEditor.tsx';
import { useFocusBack } from './use-focus-back.ts';

const none: readonly string[] = [];

/** What is being written in the list of the glossary: a new entry (`id` is `null`) or one that is there. */
export interface Edited {
  id: string | null;
  /** What was typed for an entry that turned out to be there already. */
  draft?: TermDraft;
}

/** The form of an entry beside the list; in a narrow window over it. */
export function SideEditor({
  edited,
  narrow,
  onEdit,
  onDelete,
}: {
  edited: Edited;
  narrow: boolean;
  /** `null` closes it. */
  onEdit: (edited: Edited | null) => void;
  onDelete: (terms: readonly Term[]) => void;
}) {
  const { t } = useTranslation('glossary');
  const languages = useGlossaryLanguages();
  const term = useStore(library, ({ terms }) => (edited.id === null ? null : (terms.get(edited.id) ?? null)));
  const gone = edited.id !== null && term === null;
  useEffect(() => {
    if (gone) onEdit(null);
  }, [gone, onEdit]);
  if (gone) return null;
  const close = (): void => {
    onEdit(null);
  };
  const title = term === null ? t('form.addTitle') : t('form.editTitle', { headword: term.headword });
  const editor = (
    <TermEditor
      key={edited.id ?? 'new'}
      start={edited.draft ?? (term === null ? emptyDraft(languages.headwords[0] ?? 'kk') : draftOf(term))}
      term={term}
      target={null}
      over={none}
      onEditSame={(other, draft) => {
        onEdit({ id: other.id, draft });
      }}
      onSaved={close}
      onCancel={close}
    />
  );
  if (narrow) {
    return (
      <Dialog isOpen title={title} dismissable={false} onClose={close}>
        {editor}
      </Dialog>
    );
  }
  return (
    <Beside title={title}>
      {term !== null && (
        <IconButton
          size="small"
          label={t('card.delete')}
          className={styles.delete ?? ''}
          onPress={() => {
            onDelete([term]);
          }}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
      {editor}
    </Beside>
  );
}

function Beside({ title, children }: { title: string; children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  useFocusBack(ref);
  return (
    <aside ref={ref} aria-label={title} className={styles.editor}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </aside>
  );
}
