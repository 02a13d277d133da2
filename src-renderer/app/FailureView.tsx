import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { ApiFailure } from './client.ts';
import { tellFailure } from './failures.ts';
import styles from './FailureView.module.css';

/** In place of what could not be read: what, where, and what can be done. */
export function FailureView({ title, failure, actions }: { title: string; failure: ApiFailure; actions: ReactNode }) {
  const { t } = useTranslation('app');
  const { what, where, next } = tellFailure(failure, t);
  return (
    <div role="alert" className={styles.failure}>
      <EmptyState icon={<TriangleAlert size={22} aria-hidden />} title={title} actions={actions}>
        <p>{what}</p>
        {where !== null && <p className={styles.where}>{where}</p>}
        <p>{next}</p>
      </EmptyState>
    </div>
  );
}
