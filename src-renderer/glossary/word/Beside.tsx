import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Piece } from '../beside-sentence.ts';
import type { TextPlace } from '../glossary-state.ts';
import { useBeside } from '../use-beside.ts';
import styles from './Beside.module.css';
import { copyPair } from './copy.ts';

/** A sentence, or a paragraph, with what stands beside it. */
export function Beside({ place, extent }: { place: TextPlace; extent: 'sentence' | 'paragraph' }) {
  const { t } = useTranslation('glossary');
  const pair = useBeside(place, extent);
  if (pair === null) return <p className={styles.none}>{t('beside.waiting')}</p>;
  return (
    <div className={styles.pair}>
      <Side pieces={pair.own} tag={pair.languages.own} isOwn />
      {pair.other.length === 0 ? (
        <p className={styles.none}>{t('beside.none')}</p>
      ) : (
        <Side pieces={pair.other} tag={pair.languages.other} isOwn={false} />
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          onPress={() => {
            void copyPair(pair);
          }}
        >
          <Copy size={14} aria-hidden /> {t('beside.copy')}
        </Button>
      </div>
    </div>
  );
}

function Side({ pieces, tag, isOwn }: { pieces: readonly Piece[]; tag: string; isOwn: boolean }) {
  const script = useLanguageScripts()(tag);
  return (
    <p className={isOwn ? styles.own : styles.other} lang={script.tag} dir={script.dir}>
      {pieces.map(({ text }) => script.text(text)).join('\n')}
    </p>
  );
}
