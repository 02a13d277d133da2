import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/records/annotation.ts';
import { Menu, MenuItem, MenuSection } from '#renderer/ui/Menu.tsx';
import { linkedTargets } from '../changes.ts';
import { recolour, remove, unlinkCounterpart } from '../edit.ts';
import { jumpFromNote } from '../jump.ts';
import { startLinking } from '../linking/linking.ts';
import { copyWithReference } from '../note/quoting.ts';
import { hueStyle } from '../palette/ColourChoice.tsx';
import { usePalette } from '../palette/use-palette.ts';
import type { NoteCardActions } from './NoteCard.tsx';
import styles from './NoteMenu.module.css';

/** Everything that can be done with a note of the panel. */
export function NoteMenu({
  annotation,
  lost,
  readOnly,
  actions,
}: {
  annotation: Annotation;
  lost: boolean;
  readOnly: boolean;
  actions: NoteCardActions;
}) {
  const { t } = useTranslation('annotations');
  const palette = usePalette();
  const { id } = annotation;
  const linkedEdition = linkedTargets(annotation)[0]?.edition;
  return (
    <Menu placement="bottom end">
      <MenuSection label={t('panel.more')}>
        {!lost && (
          <MenuItem
            keys="Enter"
            onAction={() => {
              jumpFromNote(id);
            }}
          >
            {t('panel.show')}
          </MenuItem>
        )}
        {!readOnly && (
          <MenuItem
            keys="F2"
            onAction={() => {
              // After the menu has given the focus back.
              requestAnimationFrame(() => {
                actions.onEditing(id, true);
              });
            }}
          >
            {annotation.body === '' ? t('note.add') : t('note.edit')}
          </MenuItem>
        )}
        {!readOnly && !lost && (
          <MenuItem
            onAction={() => {
              startLinking(id);
            }}
          >
            {linkedEdition === undefined ? t('card.link') : t('card.relink')}
          </MenuItem>
        )}
        {!readOnly && linkedEdition !== undefined && (
          <MenuItem
            onAction={() => {
              unlinkCounterpart(id, linkedEdition);
            }}
          >
            {t('panel.unlink')}
          </MenuItem>
        )}
        <MenuItem
          onAction={() => {
            void copyWithReference(annotation.targets, true);
          }}
        >
          {t('card.copy')}
        </MenuItem>
        <MenuItem
          keys="Space"
          onAction={() => {
            actions.onSelect(id, true);
          }}
        >
          {t('panel.select')}
        </MenuItem>
      </MenuSection>
      {!readOnly && (
        <MenuSection heading={t('card.colour')}>
          {palette.offered.map((colour) => (
            <MenuItem
              key={colour.id}
              textValue={palette.name(colour)}
              onAction={() => {
                recolour([id], colour.id);
              }}
            >
              <span className={styles.dot} style={hueStyle(colour.hue)} aria-hidden />
              {palette.name(colour)}
              {colour.id === annotation.colour && <span className={styles.now}>✓</span>}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {!readOnly && (
        <MenuSection label={t('card.delete')}>
          <MenuItem
            danger
            keys="Del"
            onAction={() => {
              remove([id]);
            }}
          >
            {t('card.delete')}
          </MenuItem>
        </MenuSection>
      )}
    </Menu>
  );
}
