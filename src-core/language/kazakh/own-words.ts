import type { WordKind } from '../inflection.ts';
import { pronounOf } from './irregular.ts';

/**
 * Words that look like a form of another word and are words of their own: postpositions, conjunctions, particles, pronouns,
 * modal words, and the adverbs that grammars list. They are marked for their own headword only: басқа (other) is not the
 * dative of бас (head), nor өте (very) a converb of өт (pass), nor ал (but) “take!”, of алу.
 */
const list =
  // Postpositions and conjunctions.
  'ал егерде мейлі ' +
  'үшін туралы жайлы дейін шейін кейін кейінгі бұрын бұрынғы соң қарай таман қарсы бойы ' +
  'бойына бойында бойымен бойынша арқылы сияқты секілді сайын бері бергі әрі басқа өзге гөрі тыс қатар тәрізді дейінгі қатысты бірге қоса себепті ' +
  'қарамастан қарағанда байланысты орай дегенмен сондықтан өйткені себебі егер алайда бірақ яки яғни немесе және мен бен ' +
  'пен менен ' +
  // Modal words and more particles.
  'ғой қой ғана қана ақ ау екен емес тиіс шығар болар тиісті керек мүмкін бәлкім демек мысалы мәселен әрине бар жоқ ' +
  // Pronouns and quantifiers.
  'мен сен сіз ол біз олар сіздер бұл осы сол ана мына мынау анау кім не неге неше қандай қалай қашан қайда қанша қайсы мұндай ' +
  'сондай осындай ондай андай бірдей барша барлық бүкіл бәрі көптеген бірнеше біраз сонша осынша әр кейбір ешқандай ' +
  // Adverbs.
  'өте тым қайта тағы енді жиі толығымен тікелей бірден кейде қазір жаппай қатты әрең мүлдем негізінен әдетте түгел әсіресе ' +
  'шамамен бұрыннан біртіндеп аса қайтадан жақында жуырда үнемі кейіннен әлдеқайда осылай солай былай олай осылайша сөйтіп тиісінше ' +
  'ешқашан әлі небәрі ертең кеше ақырын ары кері ілгері ең тек тап аз кем есе қай ' +
  // Numerals that look like a form of a verb.
  'жеті он жүз ' +
  // Nouns and adjectives that are written like the bare stem of a verb: жаз is the summer, hardly ever “write!”.
  'ай ат ас бай бас ер ет жай жаз жақ жар жау жыл күй қаз қала қан қас қыз қыс ой сан тас таң той түр түс үй шаш';

const particles: ReadonlySet<string> = new Set('да де та те ма ме ба бе па пе'.split(' '));
const ownWords: ReadonlySet<string> = new Set(list.split(' '));

/** Whether `form` may be a form of the headword `word`; both in normal form. */
export function mayInflect(form: string, word: string, kind: WordKind): boolean {
  // A particle is not even the verb that is written like it: де.
  if (particles.has(form)) return form === word && kind !== 'verb';
  if (form === word) return true;
  if (ownWords.has(form)) return false;
  // оның is of ол (he), not the genitive of он (ten); сенің is of сен (thou), not “believe!” of сену.
  const pronoun = pronounOf(form);
  return pronoun === null || pronoun === word;
}
