import { describe, expect, test } from 'vitest';
import { event } from './fake-electron.ts';
import { displayIn, useStage } from './stage.ts';

const stage = useStage();

describe('the language of the native parts', () => {
  const menuLabels = () => stage.electron.menu?.map(({ label }) => label);

  test('is the system’s where the reader chose none', async () => {
    stage.electron.set.languages = ['de-DE', 'ru-RU', 'en'];
    await stage.start();
    expect(menuLabels()).toContain('Правка');
  });

  test('is the reader’s', async () => {
    await stage.choose('kk');
    await stage.start();
    expect(menuLabels()).toContain('Өңдеу');
  });

  test('follows the reader’s choice at once', async () => {
    await stage.start();
    expect(menuLabels()).toContain('Edit');
    await stage.choose('ru');
    expect(menuLabels()).toContain('Правка');
    await stage.choose('kk');
    expect(menuLabels()).toContain('Өңдеу');
    await stage.choose(null);
    expect(menuLabels()).toContain('Edit');
    const about = stage.electron
      .callsOf('App', 'setAboutPanelOptions')
      .map(([options]) => (options as { credits: string }).credits);
    expect(about).toEqual([
      'A text beside its translation',
      'Текст рядом с переводом',
      'Мәтін мен аудармасы қатар',
      'A text beside its translation',
    ]);
  });

  test('changes nothing when something else of the display changes', async () => {
    await stage.start();
    await stage.library.top.apply({ added: [{ ...displayIn(null), size: 20 }], updated: [], removed: [] });
    expect(stage.electron.callsOf('Menu', 'setApplicationMenu')).toHaveLength(1);
  });
});

describe('the menu', () => {
  test('sends its commands to the page', async () => {
    await stage.start();
    stage.press('find');
    expect(stage.electron.callsOf('WebContents', 'send')).toEqual([['command', 'find']]);
  });

  test('sends nothing when there is no window', async () => {
    await stage.start();
    stage.electron.windows.splice(0)[0]?.emit('closed');
    stage.press('find');
    expect(stage.electron.callsOf('WebContents', 'send')).toEqual([]);
  });

  test('shows the library’s folder and the About panel', async () => {
    await stage.start();
    stage.press('show-folder');
    stage.press('about');
    expect(stage.electron.callsOf('Shell', 'openPath')).toEqual([['/nowhere/Egiz']]);
    expect(stage.electron.methods('App')).toContain('showAboutPanel');
  });

  test('of the right button opens over a field', async () => {
    await stage.start();
    const editFlags = { canCut: true, canCopy: true, canPaste: true };
    stage.electron.windows[0]?.webContents.emit('context-menu', event(), {
      isEditable: true,
      selectionText: '',
      editFlags,
    });
    expect(stage.electron.popup?.map(({ role }) => role)).toEqual(['cut', 'copy', 'paste', undefined, 'selectAll']);
  });
});
