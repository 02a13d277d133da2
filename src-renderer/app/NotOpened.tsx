import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { ApiFailure } from './client.ts';
import { FailureView } from './FailureView.tsx';
import { go } from './route.ts';

/** In place of a work that could not be read. */
export function NotOpened({ failure, again }: { failure: ApiFailure; again: () => void }) {
  const { t } = useTranslation('app');
  return (
    <FailureView
      title={t('work.failed')}
      failure={failure}
      actions={
        <>
          <Button variant="primary" onPress={again}>
            {t('action.again')}
          </Button>
          <Button
            variant="outline"
            onPress={() => {
              go({ view: 'library' });
            }}
          >
            {t('command.library')}
          </Button>
        </>
      }
    />
  );
}

/** In place of a work that was deleted while it was open: by another window, or here and then gone back to. */
export function DeletedWork() {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      title={t('work.deleted')}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            go({ view: 'library' });
          }}
        >
          {t('command.library')}
        </Button>
      }
    />
  );
}
