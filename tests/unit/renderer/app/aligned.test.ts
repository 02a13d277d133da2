import { describe, expect, it } from 'vitest';
import type { Bead } from '#core/records/bead.ts';
import { countAligned } from '#renderer/app/aligned.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';

const outline: OpenWork['outline'] = {
  kk: ['k1', 'k2', 'k3', 'k4'].map((id) => [id, 's', 'text', 9]),
  en: ['e1', 'e2', 'e3'].map((id) => [id, 's', 'text', 9]),
};

function bead(source: string[], target: string[], status: Bead['status']): Bead {
  const id = `${source.join()}-${target.join()}`;
  return { id, kind: 'bead', modified: '1', alignment: 'kk~en', order: id, source, target, status, confidence: 0.5 };
}

const alignments = {
  'kk~en': [
    bead(['k1'], ['e1'], 'confirmed'),
    bead(['k2', 'k3'], ['e2'], 'auto'),
    bead(['k4'], [], 'confirmed'),
    bead([], ['e3'], 'auto'),
  ],
};

describe('how much is aligned', () => {
  it('counts the paragraphs on the left that stand beside something', () => {
    expect(countAligned('kk', 'en', 'kk', alignments, outline)).toEqual({ all: 4, aligned: 3, confirmed: 1 });
  });

  it('counts those of the translation when it stands on the left', () => {
    expect(countAligned('en', 'kk', 'kk', alignments, outline)).toEqual({ all: 3, aligned: 2, confirmed: 1 });
  });

  it('is nothing without an alignment: standing side by side is no link', () => {
    expect(countAligned('kk', 'en', 'kk', {}, outline)).toEqual({ all: 4, aligned: 0, confirmed: 0 });
  });
});
