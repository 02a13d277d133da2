import { useState } from 'react';
import { ChevronDown, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { termCategories, termLevels, type Term } from '#core/records/term.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { categoryNames } from '../names.ts';
import styles from './BulkBar.module.css';
import { setCategory, setLevel } from './commits.ts';
import { levelNames } from './levels.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';

/** What can be done to the entries that are selected, over the foot of the table. */
export function BulkBar({
  selected,
  total,
  disabled,
  onExport,
  onDelete,
  onClear,
}: {
  selected: readonly Term[];
  /** How many entries the glossary has. */
  total: number;
  /** Nothing can be changed now. */
  disabled: boolean;
  onExport: () => void;
  onDelete: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const [open, setOpen] = useState<'replace' | 'merge' | null>(null);
  const [levels, categories] = [levelNames(t), categoryNames(t)];
  const formatted = format.number(selected.length);
  const close = (): void => {
    setOpen(null);
  };
  // One entry says a thing in one language.
  const canMerge = selected.length > 1 && new Set(selected.map(({ language }) => language)).size === 1;
  return (
    <section aria-label={t('manage.bulk.label')} className={styles.bar}>
      <p role="status" className={styles.count}>
        {t('manage.bulk.selected', { shown: formatted, total: format.number(total) })}
      </p>
      <MenuTrigger>
        <Button size="small" isDisabled={disabled}>
          {t('manage.bulk.level')} <ChevronDown size={13} aria-hidden />
        </Button>
        <Menu
          aria-label={t('manage.bulk.level')}
          placement="top start"
          onAction={(key) => {
            setLevel(selected, termLevels.find((level) => level === key) ?? null);
          }}
        >
          {termLevels.map((level) => (
            <MenuItem key={level} id={level}>
              {levels[level]}
            </MenuItem>
          ))}
          <MenuItem id="none">{t('manage.level.none')}</MenuItem>
        </Menu>
      </MenuTrigger>
      <MenuTrigger>
        <Button size="small" isDisabled={disabled}>
          {t('manage.bulk.category')} <ChevronDown size={13} aria-hidden />
        </Button>
        <Menu
          aria-label={t('manage.bulk.category')}
          placement="top start"
          onAction={(key) => {
            const category = termCategories.find((one) => one === key);
            if (category !== undefined) setCategory(selected, category);
          }}
        >
          {termCategories.map((category) => (
            <MenuItem key={category} id={category}>
              {categories[category]}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      <Button
        size="small"
        isDisabled={disabled}
        onPress={() => {
          setOpen('replace');
        }}
      >
        {t('manage.bulk.replace')}
      </Button>
      <Button
        size="small"
        isDisabled={disabled || !canMerge}
        onPress={() => {
          setOpen('merge');
        }}
      >
        {t('manage.bulk.merge')}
      </Button>
      <Button size="small" onPress={onExport}>
        {t('view.exportCount', { count: selected.length, formatted })}
      </Button>
      <Button size="small" variant="danger" isDisabled={disabled} onPress={onDelete}>
        <Trash2 size={14} aria-hidden /> {t('view.deleteCount', { count: selected.length, formatted })}
      </Button>
      <IconButton size="small" className={styles.clear ?? ''} label={t('manage.bulk.clear')} onPress={onClear}>
        <X size={15} aria-hidden />
      </IconButton>
      {open === 'replace' && <ReplaceDialog terms={selected} onClose={close} />}
      {open === 'merge' && (
        <MergeDialog
          start={[{ kind: 'same', terms: [...selected] }]}
          onClose={(merged) => {
            close();
            if (merged) onClear();
          }}
        />
      )}
    </section>
  );
}
