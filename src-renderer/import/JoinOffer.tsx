import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { autonym } from '#renderer/i18n/language.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinTexts } from './correcting.ts';
import { joinable } from './drafts.ts';
import { importing, isOnTheWay } from './import-state.ts';

/** Offers to make one text of several files in a language, as chapters often come. */
export function JoinOffer() {
  const { t } = useTranslation('import');
  const drafts = useStore(importing, (state) => state.drafts);
  const isUpdate = useStore(importing, ({ update }) => update !== null);
  // Joined before all of them are here, the others would stand beside them as translations.
  const isWaiting = useStore(importing, ({ files }) => files.some(isOnTheWay));
  const offers = joinable(drafts);
  if (offers.length === 0 || isUpdate || isWaiting) return null;
  return offers.map(({ language, count }) => (
    <Banner
      key={language}
      kind="notice"
      title={t('join.title', { count, language: autonym(language) })}
      actions={
        <Button
          variant="outline"
          size="small"
          onPress={() => {
            joinTexts(language);
          }}
        >
          {t('join.do')}
        </Button>
      }
    >
      <p>{t('join.text')}</p>
    </Banner>
  ));
}
