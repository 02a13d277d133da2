import { primaryTag } from './primary-tag.ts';

/**
 * Words that hold a sentence together and that no glossary wants alone, in small letters. A phrase neither begins nor ends
 * with one.
 */
const byLanguage: Readonly<Record<string, string>> = {
  kk:
    'мен бен пен және да де та те ғой қой ғана тек бұл ол осы сол мына ана бір өз өзі оның оны оған онда олар олардың біз сіз сен мен ' +
    'үшін туралы жөніндегі бойынша арқылы кейін дейін шейін бұрын сондай сияқты секілді деген деп еді екен болды болып бар жоқ емес ' +
    'не немесе ал бірақ алайда егер сондықтан әрі ең өте қарай қарсы бастап соң',
  en:
    'a an the and or but nor so yet if then than that this these those of in on at to from by with without within for as into onto over ' +
    'under between among after before during since until about against through is are was were be been being am has have had having do ' +
    'does did will would shall should can could may might must not no it its he she they them their his her him we us our you your i my ' +
    'me who whom whose which what when where how why there here all any each such same own other up out also only very more most',
  ru:
    'и а но или да не ни же ли бы то что как так если чтобы когда где куда который которая которое которые которых которым в во на с со к ' +
    'ко о об обо от до по из за под над при про для без через между у это этот эта эти этого этой этому этим этих тот та те того той тех ' +
    'том тому он она оно они его её ее их ему ей им них него неё мы вы я нас вас нам вам себя свой своя своё свои своих своей был была ' +
    'было были быть есть будет также тоже лишь только уже ещё еще весь вся всё все всех всего всем',
};

const sets = new Map<string, ReadonlySet<string>>();

/** The function words of a language; none for a language without a list. */
export function functionWords(tag: string): ReadonlySet<string> {
  const primary = primaryTag(tag);
  let words = sets.get(primary);
  if (words === undefined) {
    words = new Set((byLanguage[primary] ?? '').split(' '));
    sets.set(primary, words);
  }
  return words;
}
