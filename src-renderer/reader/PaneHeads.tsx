import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Reading } from '#core/records/preference.ts';
import { run } from '#renderer/app/commands.ts';
import { keyName } from '#renderer/app/keys.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import type { Arrangement } from './arrangement.ts';
import type { Side } from './column.ts';
import { direction } from '#core/language/direction.ts';
import { partCommand, partKey } from './pane-commands.ts';
import type { Mode } from './plan.ts';
import styles from './Reader.module.css';
import { schemeOf, shownTag } from './script.ts';
import { schemeName } from './scheme-name.ts';

/** What stands in each column: the language in its own name, the script where it is another, and whether it is the original. */
export function PaneHeads({
  arrangement: { left, right },
  mode,
  alone = null,
  scripts,
}: {
  arrangement: Arrangement;
  mode: Mode;
  /** The side that is shown by itself; `null`: both. */
  alone?: Side | null;
  scripts: Reading['scripts'];
}) {
  const { t } = useTranslation('reader');
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  return (
    <div className={styles.heads} data-mode={alone === null ? mode : 'alone'}>
      {([left, right] as const).map((edition, index) => {
        const scheme = schemeOf(edition, scripts);
        const side = index === 0 ? 'source' : 'target';
        if (alone !== null && alone !== side) return null;
        return (
          // Above a column that is read from the right it stands at the right.
          <div
            key={side}
            className={styles.head}
            data-side={side}
            data-reads={direction(shownTag(edition.language, scheme))}
          >
            <span lang={edition.language}>{autonym(edition.language)}</span>
            {scheme !== null && ` · ${schemeName(scheme)}`}
            {' · '}
            {t(edition.id === original ? 'pane.original' : 'pane.translation')}
            {alone === 'target' && (
              <Tooltip text={t('command.unlock')} keys={keyName(partKey)}>
                <Button size="small" className={styles.follow ?? ''} onPress={() => run(partCommand)}>
                  {t('pane.follow')}
                </Button>
              </Tooltip>
            )}
          </div>
        );
      })}
    </div>
  );
}
