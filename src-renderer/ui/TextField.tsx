import type { KeyboardEventHandler, ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Field.module.css';

/** A field for text with its label, what helps to fill it, and what is wrong with it. */
export function TextField({
  label,
  hideLabel = false,
  value,
  onChange,
  description,
  error,
  placeholder,
  multiline = false,
  required = false,
  disabled = false,
  autoFocus = false,
  language,
  inputRef,
  onKeyDown,
  onBlur,
  className,
}: {
  label: string;
  /** Keeps the label for a screen reader only. */
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  description?: ReactNode;
  /** What is wrong with the value; `null` when nothing is. */
  error?: string | null;
  placeholder?: string;
  multiline?: boolean;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** BCP 47 tag of what is written here, for the spelling checker. */
  language?: string;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  onKeyDown?: KeyboardEventHandler<HTMLElement>;
  onBlur?: () => void;
  className?: string;
}) {
  const shared = {
    className: styles.input ?? '',
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(language === undefined ? {} : { lang: language }),
    ...(inputRef === undefined ? {} : { ref: inputRef }),
    ...(onKeyDown === undefined ? {} : { onKeyDown }),
  };
  return (
    <AriaTextField
      className={classes(styles.field, className)}
      value={value}
      onChange={onChange}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      // A field that opens on request must take the focus, else the keyboard is left behind.
      autoFocus={autoFocus}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      {multiline ? <TextArea {...shared} /> : <Input {...shared} />}
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
