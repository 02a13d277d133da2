import { useTranslation } from 'react-i18next';
import type { PartOfSpeech } from '#core/dictionaries/part-of-speech.ts';

/** The names of parts of speech in the interface's language. */
export function usePartName(): (part: PartOfSpeech) => string {
  const { t } = useTranslation('dictionaries');
  return (part) => t(`part.${part}`);
}
