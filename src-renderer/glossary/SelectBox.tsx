import { Check, Minus } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './SelectBox.module.css';

/** Selects the row of a list or table that it stands in; in the head of a table, all rows. */
export function SelectBox() {
  return (
    <CheckboxField slot="selection" className={styles.field ?? ''}>
      <CheckboxButton className={styles.box ?? ''}>
        {({ isSelected, isIndeterminate }) =>
          isIndeterminate ? <Minus size={12} aria-hidden /> : isSelected ? <Check size={12} aria-hidden /> : null
        }
      </CheckboxButton>
    </CheckboxField>
  );
}
