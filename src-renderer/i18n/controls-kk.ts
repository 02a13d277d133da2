type Values = Readonly<Record<string, string | number | boolean>>;
/** What a control says: words, or how to make them from values. */
export type ControlText = string | ((values: Values | undefined) => string);

const value = (values: Values | undefined, name: string): string => String(values?.[name] ?? '');
const by =
  (say: (of: (name: string) => string) => string): ControlText =>
  (values) =>
    say((name) => value(values, name));

const selected = by((of) => (of('count') === '0' ? 'Ештеңе таңдалмаған' : `${of('count')} таңдалды`));

/** By package of React Aria, which does not speak Kazakh itself: what its controls say to a screen reader. */
export const kazakhControls: Readonly<Record<string, Readonly<Record<string, ControlText>>>> = {
  'react-aria-components': {
    selectPlaceholder: 'Біреуін таңдаңыз',
    tableResizer: 'Енін өзгерту',
    dropzoneLabel: 'Файл тасталатын жер',
    colorSwatchPicker: 'Түс үлгілері',
  },
  '@react-aria/autocomplete': { collectionLabel: 'Ұсыныстар' },
  '@react-aria/combobox': {
    focusAnnouncement: by(
      (of) =>
        `${of('isGroupChange') === 'true' ? `${of('groupTitle')} тобы, ${of('groupCount')} нұсқа. ` : ''}${of('optionText')}${of('isSelected') === 'true' ? ', таңдалған' : ''}`,
    ),
    countAnnouncement: by((of) => `${of('optionCount')} нұсқа бар.`),
    selectedAnnouncement: by((of) => `${of('optionText')}, таңдалды`),
    buttonLabel: 'Ұсыныстарды көрсету',
    listboxLabel: 'Ұсыныстар',
  },
  '@react-aria/dnd': {
    dropDescriptionKeyboard: 'Қою үшін Enter, бас тарту үшін Esc басыңыз.',
    dropDescriptionTouch: 'Қою үшін екі рет түртіңіз.',
    dropDescriptionVirtual: 'Қою үшін басыңыз.',
    dropCanceled: 'Қойылмады.',
    dropComplete: 'Қойылды.',
    dropIndicator: 'қойылатын жер',
    dropOnRoot: 'Осында қою',
    dropOnItem: by((of) => `${of('itemText')} үстіне қою`),
  },
  '@react-aria/grid': {
    deselectedItem: by((of) => `${of('item')}: таңдау алынды.`),
    select: 'Таңдау',
    selectedCount: selected,
    selectedAll: 'Бәрі таңдалды.',
    selectedItem: by((of) => `${of('item')}: таңдалды.`),
    longPressToSelect: 'Таңдау үшін ұзақ басыңыз.',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'жолдың әрекеті бар',
    hasLinkAnnouncement: by((of) => `жолда сілтеме бар: ${of('link')}`),
  },
  '@react-aria/menu': { longPressMessage: 'Мәзірді ашу үшін ұзақ басыңыз, не Alt + ↓ басыңыз' },
  '@react-aria/overlays': { dismiss: 'Жабу' },
  '@react-aria/searchfield': { 'Clear search': 'Іздеуді тазарту' },
  '@react-aria/table': {
    select: 'Таңдау',
    selectAll: 'Бәрін таңдау',
    sortable: 'сұрыпталатын баған',
    ascending: 'өсу ретімен',
    descending: 'кему ретімен',
    ascendingSort: by((of) => `«${of('columnName')}» бағаны бойынша өсу ретімен сұрыпталған`),
    descendingSort: by((of) => `«${of('columnName')}» бағаны бойынша кему ретімен сұрыпталған`),
    columnSize: by((of) => `${of('value')} пиксель`),
    resizerDescription: 'Енін өзгерту үшін Enter басыңыз',
    expand: 'Жаю',
    collapse: 'Жию',
  },
};
