import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { movePart, takeApart } from './correcting.ts';
import type { Draft } from './drafts.ts';
import styles from './Import.module.css';

/** The files of a text that was joined, in their order. */
export function PartsList({ draft }: { draft: Draft }) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.parts}>
      <ol aria-label={t('join.order')}>
        {draft.parts.map(({ file, text, name }, at) => (
          <li key={`${file} ${String(text)}`}>
            <span className={styles.fileName}>{name}</span>
            <IconButton
              size="small"
              label={t('join.up', { name })}
              isDisabled={at === 0}
              onPress={() => {
                movePart(draft.key, at, -1);
              }}
            >
              <ArrowUp size={13} aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={t('join.down', { name })}
              isDisabled={at === draft.parts.length - 1}
              onPress={() => {
                movePart(draft.key, at, 1);
              }}
            >
              <ArrowDown size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        variant="outline"
        onPress={() => {
          takeApart(draft.key);
        }}
      >
        {t('join.apart')}
      </Button>
    </div>
  );
}
