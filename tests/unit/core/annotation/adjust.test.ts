import { describe, expect, test } from 'vitest';
import { adjustTargets } from '#core/annotation/adjust.ts';
import { resolve } from '#core/annotation/resolve.ts';
import { annotation, paragraph, targetOf } from './annotations.ts';

const before = 'Кеңес өкіметі Қазақстанда орнады. Алаш күресті.';
const kk = (text: string) => paragraph('kk-4', text);

describe('adjusting targets to an edited paragraph', () => {
  test('[R1] moves targets behind the edit and describes them anew', () => {
    const made = annotation('a', [targetOf('kk-4', before, 'Алаш')]);
    const after = `Сонымен ${before}`;
    const [[from, to] = []] = adjustTargets([made], kk(before), kk(after));
    expect(from).toBe(made);
    expect(to?.targets).toEqual([targetOf('kk-4', after, 'Алаш')]);
    expect(to).toMatchObject({ id: 'a', colour: 'fact', created: made.created });
  });

  test('[R2] takes over corrected words into the quote', () => {
    const made = annotation('a', [targetOf('kk-4', before, 'Кеңес өкіметі')]);
    const [[, to] = []] = adjustTargets([made], kk(before), kk(before.replace('өкіметі', 'үкіметі')));
    expect(to?.targets[0]?.quote.exact).toBe('Кеңес үкіметі');
  });

  test('[R6] leaves a target whose words are gone as it was, lost, until they come back', () => {
    const made = annotation('a', [targetOf('kk-4', before, 'Алаш күресті.')]);
    const after = 'Кеңес өкіметі Қазақстанда орнады.';
    expect(adjustTargets([made], kk(before), kk(after))).toEqual([]);
    expect(resolve(made.targets[0] ?? targetOf('kk-4', before, 'Алаш'), after)).toBeNull();
    expect(resolve(made.targets[0] ?? targetOf('kk-4', before, 'Алаш'), before)).toMatchObject({ how: 'exact' });
  });

  test('[R6] does not move a lost target with text that is not its own', () => {
    const lost = annotation('a', [targetOf('kk-4', 'Мүлде басқа сөйлем еді.', 'басқа сөйлем')]);
    expect(adjustTargets([lost], kk(before), kk(`Сонымен ${before}`))).toEqual([]);
  });

  test('[R7] gives only annotations that change', () => {
    const far = annotation('far', [targetOf('kk-4', `Алаш ${'а'.repeat(60)} соң.`, 'Алаш')]);
    const elsewhere = annotation('elsewhere', [targetOf('kk-5', before, 'Алаш')]);
    const old = `Алаш ${'а'.repeat(60)} соң.`;
    expect(adjustTargets([far, elsewhere], kk(old), kk(old.replace('соң', 'соңы')))).toEqual([]);
  });

  test('[R7] gives an annotation whose context alone changed, so that its quote stays true', () => {
    const made = annotation('a', [targetOf('kk-4', before, 'Алаш')]);
    const after = before.replace('күресті', 'құрылды');
    const [[, to] = []] = adjustTargets([made], kk(before), kk(after));
    expect(to?.targets[0]?.quote.suffix).toBe(' құрылды.');
  });

  test('changes only the targets on that paragraph', () => {
    const other = targetOf('en-4', 'Alash fought.', 'Alash');
    const made = annotation('a', [targetOf('kk-4', before, 'Алаш'), other]);
    const [[, to] = []] = adjustTargets([made], kk(before), kk(`Иә. ${before}`));
    expect(to?.targets[1]).toBe(other);
  });

  test('is nothing when the text is the same', () => {
    expect(adjustTargets([annotation('a', [targetOf('kk-4', before, 'Алаш')])], kk(before), kk(before))).toEqual([]);
  });

  test('keeps what it does not know of a target', () => {
    const made = annotation('a', [{ ...targetOf('kk-4', before, 'Алаш'), state: 'kept' }]);
    const [[, to] = []] = adjustTargets([made], kk(before), kk(`Иә. ${before}`));
    expect(to?.targets[0]).toHaveProperty('state', 'kept');
  });
});
