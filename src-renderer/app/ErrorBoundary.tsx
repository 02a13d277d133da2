import { Component, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import styles from './FailureView.module.css';
import { go } from './route.ts';

/** Keeps an error of one view from taking the window with it. Another `key` is a new attempt. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Broken
        error={error}
        again={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}

function Broken({ error, again }: { error: Error; again: () => void }) {
  const { t } = useTranslation('app');
  return (
    <div role="alert" className={styles.failure}>
      <EmptyState
        icon={<TriangleAlert size={22} aria-hidden />}
        title={t('broken.title')}
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
            <Button
              variant="outline"
              onPress={() => {
                window.location.reload();
              }}
            >
              {t('action.reload')}
            </Button>
          </>
        }
      >
        <p>{t('broken.text')}</p>
        <textarea
          readOnly
          className={styles.details}
          aria-label={t('broken.report')}
          rows={8}
          value={error.stack ?? error.message}
        />
      </EmptyState>
    </div>
  );
}
