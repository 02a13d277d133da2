import { Trans, useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { keyName } from '#renderer/app/keys.ts';

/** Says how words come into a glossary that has none. */
export function EmptyGlossary({
  refusal,
  onAdd,
  onImport,
}: {
  /** Why nothing can be changed now. */
  refusal: string | null;
  onAdd: () => void;
  onImport: () => void;
}) {
  const { t } = useTranslation('glossary');
  return (
    <EmptyState
      title={t('view.empty')}
      actions={
        <>
          <Button variant="primary" isDisabled={refusal !== null} onPress={onAdd}>
            {t('view.new')}
          </Button>
          <Button variant="outline" isDisabled={refusal !== null} onPress={onImport}>
            {t('view.import')}
          </Button>
        </>
      }
    >
      <p>
        {refusal ?? (
          <Trans
            t={t}
            i18nKey="view.emptyHint"
            values={{ key: keyName({ code: 'KeyG' }) }}
            components={{ kbd: <kbd /> }}
          />
        )}
      </p>
    </EmptyState>
  );
}

/** Says that the filters leave nothing, and takes them away. */
export function NothingFound({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation('glossary');
  return (
    <EmptyState
      title={t('view.none')}
      actions={
        <Button variant="outline" onPress={onReset}>
          {t('view.reset')}
        </Button>
      }
    >
      <p>{t('view.noneHint')}</p>
    </EmptyState>
  );
}
