/** The names that the standard grammars of Kazakh, in each language of the interface, give to a suffix. */
export interface SuffixName {
  readonly kk: string;
  readonly en: string;
  readonly ru: string;
}

/** By the id that stands in a reading. */
const names = {
  plural: { kk: 'көптік жалғау', en: 'plural', ru: 'множественное число' },
  'possessive-1': { kk: 'тәуелдік жалғау, 1-жақ', en: 'possessive, 1st person', ru: 'притяжательность, 1-е лицо' },
  'possessive-2': { kk: 'тәуелдік жалғау, 2-жақ', en: 'possessive, 2nd person', ru: 'притяжательность, 2-е лицо' },
  'possessive-2-polite': {
    kk: 'тәуелдік жалғау, 2-жақ, сыпайы түрі',
    en: 'possessive, 2nd person, polite',
    ru: 'притяжательность, 2-е лицо, вежливая форма',
  },
  'possessive-3': { kk: 'тәуелдік жалғау, 3-жақ', en: 'possessive, 3rd person', ru: 'притяжательность, 3-е лицо' },
  'possessive-1-plural': {
    kk: 'тәуелдік жалғау, 1-жақ, көпше түрі',
    en: 'possessive, 1st person plural',
    ru: 'притяжательность, 1-е лицо множественного числа',
  },
  genitive: { kk: 'ілік септік', en: 'genitive', ru: 'родительный падеж' },
  dative: { kk: 'барыс септік', en: 'dative', ru: 'дательно-направительный падеж' },
  accusative: { kk: 'табыс септік', en: 'accusative', ru: 'винительный падеж' },
  locative: { kk: 'жатыс септік', en: 'locative', ru: 'местный падеж' },
  ablative: { kk: 'шығыс септік', en: 'ablative', ru: 'исходный падеж' },
  instrumental: { kk: 'көмектес септік', en: 'instrumental', ru: 'творительный падеж' },
  attributive: { kk: '-ғы, -гі жұрнағы', en: 'attributive -ғы, -гі', ru: 'определительный аффикс -ғы, -гі' },
  ownership: {
    kk: '-нікі, -дікі, -тікі: меншіктілік',
    en: 'ownership -нікі, -дікі, -тікі',
    ru: 'принадлежность: -нікі, -дікі, -тікі',
  },
  similative: { kk: '-дай, -дей: теңеу', en: 'similative -дай, -дей', ru: 'уподобление: -дай, -дей' },
  equative: { kk: '-ша, -ше: салыстыру', en: 'equative -ша, -ше', ru: 'сравнение: -ша, -ше' },
  comparative: { kk: 'салыстырмалы шырай', en: 'comparative', ru: 'сравнительная степень' },
  ordinal: { kk: 'реттік сан есім', en: 'ordinal number', ru: 'порядковое числительное' },
  collective: { kk: 'жинақтық сан есім', en: 'collective number', ru: 'собирательное числительное' },
  distributive: { kk: 'топтау сан есім', en: 'distributive number', ru: 'разделительное числительное' },
  'person-1': { kk: 'жіктік жалғау, 1-жақ', en: '1st person', ru: 'личное окончание, 1-е лицо' },
  'person-2': { kk: 'жіктік жалғау, 2-жақ', en: '2nd person', ru: 'личное окончание, 2-е лицо' },
  'person-2-polite': {
    kk: 'жіктік жалғау, 2-жақ, сыпайы түрі',
    en: '2nd person, polite',
    ru: 'личное окончание, 2-е лицо, вежливая форма',
  },
  'person-3': { kk: 'жіктік жалғау, 3-жақ', en: '3rd person', ru: 'личное окончание, 3-е лицо' },
  'person-1-plural': {
    kk: 'жіктік жалғау, 1-жақ, көпше түрі',
    en: '1st person plural',
    ru: 'личное окончание, 1-е лицо множественного числа',
  },
  'person-2-plural': {
    kk: 'жіктік жалғау, 2-жақ, көпше түрі',
    en: '2nd person plural',
    ru: 'личное окончание, 2-е лицо множественного числа',
  },
  'person-2-plural-polite': {
    kk: 'жіктік жалғау, 2-жақ, көпше сыпайы түрі',
    en: '2nd person plural, polite',
    ru: 'личное окончание, 2-е лицо множественного числа, вежливая форма',
  },
  passive: { kk: 'ырықсыз етіс', en: 'passive voice', ru: 'страдательный залог' },
  reciprocal: { kk: 'ортақ етіс', en: 'reciprocal and cooperative voice', ru: 'взаимно-совместный залог' },
  negation: { kk: 'болымсыз етістік', en: 'negation', ru: 'отрицательная форма' },
  present: {
    kk: 'көсемше -а, -е, -й; ауыспалы осы шақ',
    en: 'present; converb in -а, -е, -й',
    ru: 'настоящее переходное время; деепричастие на -а, -е, -й',
  },
  past: { kk: 'жедел өткен шақ', en: 'definite past', ru: 'недавнопрошедшее время' },
  evidential: { kk: 'бұрынғы өткен шақ', en: 'evidential past', ru: 'прошедшее неочевидное время' },
  converb: { kk: 'көсемше -ып, -іп, -п', en: 'converb in -ып, -іп, -п', ru: 'деепричастие на -ып, -іп, -п' },
  'converb-purpose': { kk: 'көсемше -ғалы, -гелі', en: 'converb in -ғалы, -гелі', ru: 'деепричастие на -ғалы, -гелі' },
  'converb-limit': {
    kk: 'көсемше -йынша, -йінше',
    en: 'converb in -йынша, -йінше',
    ru: 'деепричастие на -йынша, -йінше',
  },
  'converb-immediate': {
    kk: '-ысымен, -ісімен: сол сәтте',
    en: '“as soon as”: -ысымен, -ісімен',
    ru: '«как только»: -ысымен, -ісімен',
  },
  limitative: { kk: '-ша, -ше: мезгіл шегі', en: '“until”: -ша, -ше', ru: 'предел: -ша, -ше' },
  'verbal-noun': { kk: 'тұйық етістік', en: 'verbal noun', ru: 'имя действия' },
  'participle-past': { kk: 'есімше -ған, -ген', en: 'past participle', ru: 'причастие прошедшего времени' },
  'participle-habitual': { kk: 'есімше -атын, -етін', en: 'habitual participle', ru: 'причастие на -атын, -етін' },
  'participle-agent': { kk: 'есімше -ушы, -уші', en: 'agent participle', ru: 'причастие на -ушы, -уші' },
  'participle-sufficient': {
    kk: '-арлық, -ерлік жұрнағы',
    en: '“enough to”: -арлық, -ерлік',
    ru: 'причастие на -арлық, -ерлік',
  },
  aorist: {
    kk: 'есімше -ар, -ер, -р; болжалды келер шақ',
    en: 'indefinite future, participle in -ар',
    ru: 'предположительное будущее, причастие на -ар',
  },
  'aorist-negative': {
    kk: 'есімше -с, болымсыз түрі',
    en: 'negative indefinite future',
    ru: 'отрицательное причастие на -с',
  },
  abstract: {
    kk: '-лық, -дық, -тық жұрнағы',
    en: 'abstract noun -лық, -дық, -тық',
    ru: 'отвлечённое имя на -лық, -дық, -тық',
  },
  intention: { kk: 'мақсатты келер шақ', en: 'future of intention', ru: 'будущее время намерения' },
  agent: { kk: '-шы, -ші жұрнағы', en: '-шы, -ші', ru: 'аффикс -шы, -ші' },
  conditional: { kk: 'шартты рай', en: 'conditional', ru: 'условное наклонение' },
  optative: { kk: 'қалау рай -ғай, -гей', en: 'optative -ғай, -гей', ru: 'желательное наклонение на -ғай, -гей' },
  desire: { kk: 'қалау рай', en: 'desiderative', ru: 'желательное наклонение' },
  'imperative-1': { kk: 'бұйрық рай, 1-жақ', en: 'imperative, 1st person', ru: 'повелительное наклонение, 1-е лицо' },
  'imperative-1-plural': {
    kk: 'бұйрық рай, 1-жақ, көпше түрі',
    en: 'imperative, 1st person plural',
    ru: 'повелительное наклонение, 1-е лицо множественного числа',
  },
  'imperative-2': { kk: 'бұйрық рай, 2-жақ', en: 'imperative, 2nd person', ru: 'повелительное наклонение, 2-е лицо' },
  'imperative-2-polite': {
    kk: 'бұйрық рай, 2-жақ, сыпайы түрі',
    en: 'imperative, 2nd person, polite',
    ru: 'повелительное наклонение, 2-е лицо, вежливая форма',
  },
  'imperative-2-plural': {
    kk: 'бұйрық рай, 2-жақ, көпше түрі',
    en: 'imperative, 2nd person plural',
    ru: 'повелительное наклонение, 2-е лицо множественного числа',
  },
  'imperative-2-plural-polite': {
    kk: 'бұйрық рай, 2-жақ, көпше сыпайы түрі',
    en: 'imperative, 2nd person plural, polite',
    ru: 'повелительное наклонение, 2-е лицо множественного числа, вежливая форма',
  },
  'imperative-3': { kk: 'бұйрық рай, 3-жақ', en: 'imperative, 3rd person', ru: 'повелительное наклонение, 3-е лицо' },
  'imperative-request': { kk: '-шы, -ші: өтініш', en: 'request -шы, -ші', ru: 'просьба: -шы, -ші' },
  // Of languages with light rules.
  'english-plural': { kk: 'көпше түрі', en: 'plural or 3rd person', ru: 'множественное число или 3-е лицо' },
  'english-possessive': { kk: 'иелік түрі', en: 'possessive', ru: 'притяжательная форма' },
  'english-past': { kk: 'өткен шақ', en: 'past', ru: 'прошедшее время' },
  'english-progressive': { kk: '-ing түрі', en: '-ing form', ru: 'форма на -ing' },
  inflection: { kk: 'жалғау', en: 'ending', ru: 'окончание' },
} as const satisfies Readonly<Record<string, SuffixName>>;

/** Every suffix that a reading may have. */
export const suffixIds: readonly string[] = Object.keys(names);

/** The name of a suffix in a language of the interface; in English for any other language. Throws on an unknown suffix. */
export function suffixName(id: string, tag: string): string {
  const name: SuffixName | undefined = Object.hasOwn(names, id) ? names[id as keyof typeof names] : undefined;
  if (name === undefined) throw new Error(`no suffix is called ${id}`);
  return tag.startsWith('kk') ? name.kk : tag.startsWith('ru') ? name.ru : name.en;
}
