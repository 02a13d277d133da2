import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardFaces } from '#core/records/review.ts';
import type { StudySettings } from '#core/review/study.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Slider } from '#renderer/ui/Slider.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './AddCards.module.css';
import { faceNames } from './faces.ts';
import { canReview, keepStudy } from './keep.ts';
import { Ticks } from './Ticks.tsx';
import { useStudy } from './use-review.ts';

/** The greatest daily limit. */
const most = 9999;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How the reader reviews: limits, how much is to be remembered, when a day begins, what is asked. */
export function StudyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('review');
  const { percent, time } = useFormat();
  const study = useStudy();
  const [fresh, setFresh] = useState(String(study.newPerDay));
  const [reviews, setReviews] = useState(String(study.reviewsPerDay));
  const [retention, setRetention] = useState(study.retention);
  const [dayStart, setDayStart] = useState(study.dayStart);
  const [faces, setFaces] = useState(new Set(study.faces));
  const [hints, setHints] = useState(hintsOf(study));
  const [newPerDay, reviewsPerDay] = [limitOf(fresh), limitOf(reviews)];
  const wrong = t('study.wrong', { most });
  const save = (): void => {
    if (newPerDay === null || reviewsPerDay === null || faces.size === 0) return;
    const chosen = cardFaces.filter((face) => faces.has(face));
    keepStudy({
      newPerDay,
      reviewsPerDay,
      retention,
      dayStart,
      faces: chosen,
      firstLetter: hints.has('letter'),
      glossUnderGap: hints.has('gloss'),
    });
    onClose();
  };
  return (
    <Dialog
      title={t('study.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('add.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={newPerDay === null || reviewsPerDay === null || faces.size === 0 || !canReview()}
            onPress={save}
          >
            {t('study.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <TextField
            label={t('study.newPerDay')}
            value={fresh}
            onChange={setFresh}
            error={newPerDay === null ? wrong : null}
          />
          <TextField
            label={t('study.reviewsPerDay')}
            value={reviews}
            onChange={setReviews}
            error={reviewsPerDay === null ? wrong : null}
          />
        </div>
        <div>
          <Slider
            label={t('study.retention')}
            value={retention}
            least={0.7}
            most={0.99}
            step={0.01}
            shown={percent(retention)}
            onChange={setRetention}
            onChoose={setRetention}
          />
          <p className={styles.hint}>{t('study.retentionHint')}</p>
        </div>
        <Choice
          label={t('study.dayStart')}
          value={String(dayStart)}
          options={hours.map((hour) => ({ id: String(hour), text: time(new Date(2000, 0, 1, hour)) }))}
          onChange={(hour) => {
            setDayStart(Number(hour));
          }}
        />
        <Ticks
          label={t('study.faces')}
          options={cardFaces.map((id) => ({ id, text: faceNames(t)[id] }))}
          chosen={faces}
          onChange={setFaces}
        />
        <Ticks
          label={t('study.gap')}
          options={[
            { id: 'gloss', text: t('study.gloss') },
            { id: 'letter', text: t('study.firstLetter') },
          ]}
          chosen={hints}
          onChange={setHints}
        />
      </div>
    </Dialog>
  );
}

/** What helps to fill a gap. */
type Hint = 'gloss' | 'letter';

function hintsOf({ glossUnderGap, firstLetter }: StudySettings): Set<Hint> {
  const hints = new Set<Hint>();
  if (glossUnderGap) hints.add('gloss');
  if (firstLetter) hints.add('letter');
  return hints;
}

/** A daily limit as it was typed; `null` where it is none. */
function limitOf(typed: string): number | null {
  const value = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return Number.isInteger(value) && value <= most ? value : null;
}
