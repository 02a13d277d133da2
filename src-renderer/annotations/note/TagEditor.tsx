import { useState, type KeyboardEvent } from 'react';
import { Plus, X } from 'lucide-react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openedWork } from '#renderer/app/work-store.ts';
import { completions, tagsInUse } from '../tags.ts';
import styles from './TagEditor.module.css';

/** The tags of an annotation: each can be taken off, and one more added, with those in use offered while typing. */
export function TagEditor({
  tags,
  readOnly,
  onAdd,
  onRemove,
  onChoose,
}: {
  tags: readonly string[];
  readOnly: boolean;
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
  /** A press on the tag itself: shows what else has it. */
  onChoose?: (tag: string) => void;
}) {
  const { t } = useTranslation('annotations');
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {onChoose === undefined ? (
            <span className={styles.name}>{tag}</span>
          ) : (
            <Button
              className={styles.name ?? ''}
              aria-label={t('tag.show', { tag })}
              onPress={() => {
                onChoose(tag);
              }}
            >
              {tag}
            </Button>
          )}
          {!readOnly && (
            <Button
              className={styles.remove ?? ''}
              aria-label={t('tag.remove', { tag })}
              onPress={() => {
                onRemove(tag);
              }}
            >
              <X size={11} aria-hidden />
            </Button>
          )}
        </span>
      ))}
      {!readOnly &&
        (adding ? (
          <TagField
            tags={tags}
            onAdd={onAdd}
            onRemove={onRemove}
            onClose={() => {
              setAdding(false);
            }}
          />
        ) : (
          <Button
            className={styles.add ?? ''}
            data-add-tag
            onPress={() => {
              setAdding(true);
            }}
          >
            <Plus size={11} aria-hidden />
            <span>{t('tag.add')}</span>
          </Button>
        ))}
    </div>
  );
}

function TagField({
  tags,
  onAdd,
  onRemove,
  onClose,
}: {
  tags: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('annotations');
  const [typed, setTyped] = useState('');
  const annotations = useStore(openedWork, (state) => state.current?.annotations);
  const inUse = tagsInUse(annotations?.values() ?? [], i18n.language).map(({ tag }) => tag);
  const offered = completions(typed, inUse, tags).map((tag) => ({ id: tag, tag }));

  const add = (tag: string): void => {
    onAdd(tag);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = event.currentTarget.getAttribute('aria-activedescendant');
    const handled = ((): boolean => {
      if (event.key === ',' || (event.code === 'Enter' && chosen === null)) {
        if (typed.trim() === '') onClose();
        else add(typed);
        return true;
      }
      if (event.code === 'Backspace' && typed === '') {
        const last = tags.at(-1);
        if (last !== undefined) onRemove(last);
        return true;
      }
      if (event.code === 'Escape' && event.currentTarget.getAttribute('aria-expanded') !== 'true') {
        onClose();
        return true;
      }
      return false;
    })();
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ComboBox
      aria-label={t('tag.label')}
      className={styles.field ?? ''}
      data-add-tag
      allowsCustomValue
      items={offered}
      defaultFilter={() => true}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => {
        if (typeof key === 'string') add(key);
      }}
      onBlur={() => {
        if (typed.trim() !== '') onAdd(typed);
        onClose();
      }}
    >
      {/* The field opens on request: the focus goes where the person typed for. */}
      <Input
        autoFocus
        className={styles.input ?? ''}
        placeholder={t('tag.placeholder')}
        maxLength={60}
        onKeyDownCapture={onKeyDown}
      />
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {({ id, tag }: { id: string; tag: string }) => (
            <ListBoxItem id={id} textValue={tag} className={styles.option ?? ''}>
              {tag}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
