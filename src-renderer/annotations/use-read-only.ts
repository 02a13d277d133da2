import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';

/** Why nothing can be changed now, in the interface's language; `null` when all can be. */
export function useReadOnlyReason(): string | null {
  const { t } = useTranslation('annotations');
  const reason = useStore(library, (view) => view.state?.readOnly ?? null);
  if (reason === null) return null;
  if (reason.reason === 'newer') return t('readOnly.newer', { version: reason.version, file: reason.file });
  const { program, pid, host } = reason.holder;
  return t('readOnly.held', { program, pid, host });
}
