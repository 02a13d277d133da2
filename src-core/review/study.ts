import type { Card, Study } from '#core/records/review.ts';

/** How a reader reviews, whether they have chosen it or not. */
export interface StudySettings {
  newPerDay: number;
  reviewsPerDay: number;
  /** The share of cards to be remembered when they come, 0.7 to 0.99. */
  retention: number;
  /** The hour at which a day begins, local time. */
  dayStart: number;
  /** What cards are made of a word or highlight. */
  faces: readonly Card['face'][];
  /** A gap shows the first letter of what stood there. */
  firstLetter: boolean;
  /** Under a gap stands what the word means: else several words may fill it. */
  glossUnderGap: boolean;
}

/** How a reader reviews who has chosen nothing. */
export const defaultStudy: StudySettings = {
  newPerDay: 10,
  reviewsPerDay: 200,
  retention: 0.9,
  dayStart: 4,
  faces: ['word', 'cloze'],
  firstLetter: false,
  glossUnderGap: true,
};

/** The settings that a record keeps; for `null` the defaults. */
export function studySettings(study: Study | null): StudySettings {
  if (study === null) return defaultStudy;
  const { newPerDay, reviewsPerDay, retention, dayStart } = study;
  return {
    newPerDay,
    reviewsPerDay,
    retention,
    dayStart,
    faces: study.faces ?? defaultStudy.faces,
    firstLetter: study.firstLetter ?? defaultStudy.firstLetter,
    glossUnderGap: study.glossUnderGap ?? defaultStudy.glossUnderGap,
  };
}
