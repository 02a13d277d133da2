import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { go } from '#renderer/app/route.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { held } from './held.ts';
import { loadReview } from './load.ts';
import { useReviews } from './use-review.ts';

/** The way to the reviews, with how many wait today. */
export function DueLink() {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const isRead = useStore(held, (state) => state.isRead);
  const { queue } = useReviews();
  useEffect(() => {
    if (!isRead) void loadReview();
  }, [isRead]);
  const count = queue.steps.length + queue.due.length + queue.fresh.length;
  return (
    <Button
      onPress={() => {
        go({ view: 'review' });
      }}
    >
      {count === 0 ? t('library.open') : t('library.due', { count, formatted: number(count) })}
    </Button>
  );
}
