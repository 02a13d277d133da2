import { Check, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { termLevels, type TermLevel } from '#core/records/term.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import styles from './LevelControl.module.css';
import { levelNames } from './manage/levels.ts';
import { levelKeyName } from './level-keys.ts';
import { levelMeanings } from './names.ts';

/** How well a word is known: one of the levels, or none. The level that is pressed again is taken away where it `clears`. */
export function LevelControl({
  value,
  onChange,
  clears = true,
  isDisabled = false,
}: {
  value: TermLevel | null;
  onChange: (level: TermLevel | null) => void;
  clears?: boolean;
  isDisabled?: boolean;
}) {
  const { t } = useTranslation('glossary');
  const names = levelNames(t);
  const about = levelMeanings(t);
  return (
    <ToggleButtonGroup
      aria-label={t('level.label')}
      className={styles.levels ?? ''}
      selectionMode="single"
      disallowEmptySelection={!clears}
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        onChange(termLevels.find((level) => keys.has(level)) ?? null);
      }}
    >
      {termLevels.map((level) => (
        <Tooltip key={level} text={about[level]} keys={levelKeyName(level)}>
          <ToggleButton id={level} className={styles.level ?? ''} data-level={level} aria-label={names[level]}>
            {level === 'known' ? (
              <Check size={15} aria-hidden />
            ) : level === 'ignored' ? (
              <EyeOff size={15} aria-hidden />
            ) : (
              names[level]
            )}
          </ToggleButton>
        </Tooltip>
      ))}
    </ToggleButtonGroup>
  );
}
