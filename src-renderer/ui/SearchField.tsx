import type { KeyboardEventHandler, Ref } from 'react';
import { Search, X } from 'lucide-react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './Field.module.css';

/** A field to search by; Esc empties it. */
export function SearchField({
  label,
  value,
  onChange,
  onSubmit,
  placeholder,
  autoFocus = false,
  inputRef,
  onKeyDown,
  className,
}: {
  /** Its name for a screen reader; also the placeholder where none is given. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  className?: string;
}) {
  const { t } = useTranslation('app');
  return (
    <AriaSearchField
      aria-label={label}
      className={classes(styles.search, className)}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Search size={14} aria-hidden />
      <Input
        className={styles.input ?? ''}
        placeholder={placeholder ?? label}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
      <Button aria-label={t('action.clear')} className={styles.clear ?? ''}>
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
