/** People, state, law, war, economy, news, learning. For the format see `concepts.ts`. */
export const society = `
people | адам | people person human | человек людей люди людям людьми | mensch leute personen | personne gens homme humain
nation | халық халқ ұлт | nation people- | народ нац | volk nation | peuple nation
man | еркек ер. ерлер | man. men. | мужчин | mann. männer | homme.
woman | әйел | woman women | женщин женск | frau. frauen. | femme
child | бала. балалар баласы баланың балаға | child kid. kids. | дет. дети. детей. детям. детск ребён ребен | kind. kinder | enfant
girl | қыз. қызы қыздар қыздың | girl daughter | девушк девоч дочь дочер | mädchen tochter | fille
boy | ұл. ұлы ұлдар ұлын | boy. boys. son. sons. | мальчик сын. сына. сыновья. | junge. sohn | garçon fils.
family | отбасы жанұя | family families | семь- семья. семьи. семью. семей семье. | familie | famille
mother | ана. анасы анасын аналар шеше | mother mum. mom. | мать. матери. матер мам | mutter mütter | mère
father | әке. әкесі әкем әкенің | father dad. | отец отц | vater väter | père
parents | ата-ана | parent | родител | eltern | parents
brother | аға. ағасы іні. інісі бауыр | brother | брат | bruder brüder | frère
sister | әпке қарындас сіңлі | sister | сестр сестер | schwester | soeur
wife | зайып жұбай | wife wives spouse | жена. жены. жену. женой. супруг | ehefrau gattin | épouse
husband | күйеу | husband | муж. мужа. мужем. мужу. | ehemann gatte | mari.
marriage | неке үйлен | marriage married marry | брак. брака. жени свадьб | heirat ehe. | mariage
friend | дос. достар досы достық дост | friend | друг. друга. друзь дружб | freund | ami. amis. amie
young | жас. жастар | young. younger. youth | молод юн | jung. jugend junge. | jeune
name | аты. атты есім атын атау | name. named. names. | имя. имен- имени. имён. назван назы | name. namen. | nom. noms.
president | президент | president | президент | präsident | président
prime minister | премьер | prime. premier. | премьер | premier | premier-
minister | министр | minister | министр | minister | ministre
ministry | министрлік | ministry | министерств | ministerium | ministère
government | үкімет | government | правительств | regierung | gouvernement
parliament | парламент | parliament | парламент | parlament | parlement
council | кеңес | council soviet | совет | rat. räte | conseil
congress | съез құрылтай конгресс | congress | съезд конгресс | kongress | congrès
committee | комитет | committee | комитет | komitee | comité
party | партия | party. parties. | парти | partei | parti. partis.
state | мемлекет | state. states. | государств | staat | état. états.
country | ел. елі елде елдер елін елдің елге | country countries | стран | land. länder | pays.
policy | саясат саяси | policy policies politic | политик политич | politik | politique
election | сайлау | election elect. elected electoral vote. voter votes. | выбор избир | wahl | élection
vote | дауыс | vote. votes. voted. voting. voice. | голос | stimme | voix. vote
law | заң. заңы заңды заңға заңда | law. laws. legal. legislat | закон | gesetz | loi. lois.
right | құқық құқығ | rights. right. | право. права. правам. прав. правов | recht. rechte | droit
court | сот. соты соттың сотқа сотта | court trial | суд. суда. суде. судеб | gericht | tribunal cour.
judge | судья төреші | judge | судья. судьи. судью. судей | richter | juge
police | полиция | police officer | полици | polizei | police
crime | қылмыс | crime criminal | преступл уголовн | verbrechen | crime
accuse | айыпта кінәл | accus blame alleg | обвин | anklag beschuld | accus
arrest | тұтқынд қамау ұстал | arrest detain | арест задерж | verhaft | arrêt
prison | түрме абақты | prison jail | тюрьм тюрем | gefängnis | prison
investigation | тергеу | investigat inquiry probe | расследова следств | untersuch | enquête
murder | өлтір кісі- | kill murder | убий убит убив убил | töte mord | tué tuer meurtre
death | өлім өлг қайтыс | death die. died. dead dies. | смерт умер погиб | tod. tot. starb gestorben | mort décès
life | өмір тіршілік | life lives. | жизн | leben. | vie. vies.
live | тұрғын | resident inhabitant | жител | bewohner einwohner | habitant
war | соғыс | war. wars. | войн воен | krieg | guerre
army | әскер армия | army military troops. | арм- армия. армии. армию. войск военн | armee heer | armée
soldier | сарбаз жауынгер | soldier | солдат | soldat | soldat
attack | шабуыл | attack assault | нападен атак напал | angriff | attaque
weapon | қару мылтық | weapon gun. guns. arms. | оруж | waffe | arme. armes.
fight | күрес | fight struggle | борьб боро | kampf kämpf | combat lutte
revolution | революция төңкеріс | revolution | революц | revolution | révolution
victory | жеңіс жеңді жеңе | victory win. won. winner winning | побед выигра | sieg. siege gewann | victoire gagn
defeat | жеңіл | defeat lose. lost. loss. | поражен проигра | niederlage | défaite
power | билік билігі | power. powers. authority authorities | власт | macht. | pouvoir
leader | басшы көшбасшы жетекші | leader head. chief | лидер глав руководит | führer leiter | chef dirigeant
freedom | бостандық еркіндік азаттық | freedom free. liberty | свобод | freiheit frei. | liberté libre
independence | тәуелсіз | independen | независим | unabhängig | indépendan
union | одақ одағ | union | союз | union | union
member | мүше | member | член | mitglied | membre
citizen | азамат | citizen | граждан | bürger | citoyen
city | қала. қаласы қалалық қаланың қалад қалада | city cities town | город | stadt städt | ville
village | ауыл | village | деревн село. села. селе. сельск аул | dorf dörfer | village
region | өңір аймақ облыс аудан | region province district area. areas. | регион област район | gebiet region | région
world | әлем дүние | world. global | мир. мира. мире. миров всемирн | welt | monde mondial
international | халықаралық | international | международн | international | international
foreign | шетел шет. | foreign abroad | иностран зарубеж | ausländ | étranger
border | шекара | border | границ | grenze | frontière
embassy | елші | embass | посольств посол. | botschaft | ambassad
report | хабарла хабар | report. reported. reports. reportedly. reporting | сообщ | bericht | rapport
news | жаңалық | news. | новост | nachricht | nouvelle
newspaper | газет | newspaper paper. | газет | zeitung | journal.
journalist | тілші журналист | journalist reporter | журналист корреспондент | journalist | journaliste
media | бұқаралық ақпарат баспасөз | media. press. | сми. пресс. прессы. | medien. presse | média presse
information | мәлімет дерек | information data. | информац данн сведен | information daten | information
statement | мәлімде | statement stated. announce declar | заявл заяви объяв | erklär | déclar
say | айтты айтқан айтады айтуынша деді дейді айту айтып | said. say. says. saying told. tell. | сказал говор рассказ | sagt. sagte. sagen. | dit. dire. disait.
ask | сұра. сұрақ сұрады сұраған | ask. asked. asks. question | спросил вопрос | frag | question demand
answer | жауап | answer respon repl | ответ | antwort | répon
believe | сенед сенім сенім | believ trust. faith | вер- верит верю довер | glaub | croi croy
think | ойлай ойла ойым ой. ойы | think thought. | дума мысл | denk dacht | pens
know | біле біледі білген білу | know. known. knew. knows. | знаю знает знал знат извест | weiss. weiß. wissen. kennen. | sait. savoir. connai
see | көрді көрген көру көре көрін | see. saw. seen. | увид вид- видел видит | sah. sehen. gesehen. | voir. vu. vit.
show | көрсет | show. shows. showed. shown. | показ | zeig | montr
want | қала- қалайды қалаймын тілек | want. wants. wanted. wish | хочет хотел хочу хотят желан | will. wollte. wollen. | veut. voul
work | жұмыс | work. works. worked. working. job. jobs. worker | работ | arbeit | travail
company | компания | company companies firm | компани | firma unternehmen gesellschaft | compagnie société entreprise
business | бизнес кәсіп | business | бизнес предприни | geschäft | affaire
money | ақша қаржы | money. financ cash. | деньг денег финанс | geld | argent.
price | баға. бағасы бағалы бағаны | price cost. costs. | цена. цены. цену. цен. | preis kosten | prix. coût
market | базар нарық | market | рынок рынк базар | markt | marché
trade | сауда | trade. trading commerc | торг | handel | commerce
economy | экономика шаруашылық | econom | эконом хозяйств | wirtschaft ökonom | économ
tax | салық | tax. taxes. | налог | steuer. steuern. | impôt taxe
bank | банк. банкі банкт | bank. banks. | банк | bank. banken. | banque
sell | сату сатыл сатты | sell. sale sold. | прода | verkauf | vend. vendre vente
buy | сатып. | buy. bought. purchas | куп- купи покуп | kauf | achet achat
million- | байлық | wealth rich. | богат | reich. | riche
poor | кедей жарлы | poor. poverty | бедн нищ | arm. arme. armut | pauvre
factory | зауыт фабрика | factory plant. factories | завод фабрик | fabrik | usine fabrique
school | мектеп мектеб | school | школ | schule | école
university | университет | university universities | университет | universität | université
student | студент оқушы | student pupil | студент учен- ученик | student schüler | étudiant élève
teacher | мұғалім ұстаз | teacher | учител препода | lehrer | professeur maître
education | білім. білімі ағарту | education | образован | bildung | éducation
book | кітап кітаб | book. books. | книг | buch. bücher | livre-
letter | хат. хаты хатта хатын | letter. letters. | письм пись | brief | lettre
write | жазды жазған жазыл жазу жазба | writ. write. writer wrote. written. | писал напис пишет писат | schreib schrieb | écri
read | оқы оқыды оқыған | read. reads. reader | чита чит- прочит | lesen. las. | lire. lu.
language | тіл. тілі тілін тілде | language | язык | sprache | langue
word | сөз. сөзі сөздер сөзін | word. words. | слово. слова. слов. словам | wort. worte wörter | mot. mots.
history | тарих | history histor | истор | geschichte | histoire
science | ғылым | scien | наук научн учён учен. | wissenschaft | scien
research | зерттеу | research study. studies. | исследова | forsch | recherche étude
doctor | дәрігер | doctor. doctors. physician | врач доктор | arzt ärzte doktor | médecin docteur
hospital | аурухана | hospital | больниц | krankenhaus spital | hôpital
illness | ауру. аурулар ауырға науқас | disease illness sick. patient | болезн больн заболев пациент | krank patient | malad patient
health | денсаулық | health | здоров | gesund | santé
film | фильм кино | film. films. movie | фильм кино | film. filme | film
music | музыка ән. әні әндер | music song | музык песн | musik lied. lieder | musique chanson
game | ойын. ойыны ойында ойнай ойна | game. games. play. played. playing. player match. | игр матч | spiel | jeu. jeux. jou match
team | команда топ. тобы | team. teams. group | команд групп | mannschaft gruppe | équipe groupe
club | клуб | club | клуб | klub club verein | club
champion | чемпион | champion | чемпион | meister champion | champion
goal | гол. голы мақсат | goal. goals. aim. purpose | гол. голы. голов. цел- цель. цели. | ziel. tor. tore. | but. buts.
coach | жаттықтырушы бапкер | coach manager. | тренер | trainer | entraîneur
religion | дін. діни діндар | religi | религ | religion | religi
church | шіркеу мешіт | church mosque | церк мечет | kirche | église
god | құдай алла | god. lord. | бог. бога. богом. господ | gott | dieu
art | өнер | art. arts. artist | искусств худож | kunst künst | art. arts. artiste
problem | мәселе проблема | problem issue. issues. matter | проблем вопрос- | problem frage. | problème
cause | себеп себеб | cause. reason | причин | grund. ursache | cause raison
result | нәтиже | result outcome | результат итог | ergebnis | résultat
help | көмек көмег көмект | help aid. assist | помощ помо | hilfe hilf | aide aider
protect | қорға | protect defend defen | защит охран | schutz schütz | protect protég défen
demand | талап | demand require | требова | forder verlang | exig
support | қолда- қолдау қолдады | support back. | поддерж | unterstütz | soutien souten
decision | шешім | decision decide | реш- решен решил | entscheid beschl | décision décid
agreement | келісім | agreement deal. treaty | соглашен договор | vertrag abkommen | accord traité
plan | жоспар | plan. plans. planned. | план | plan. pläne | plan. plans. projet
meeting | кездесу жиналыс | meet. meeting met. | встреч собран заседан | treffen versammlung | réunion rencontr
organisation | ұйым | organi | организац | organi verband | organi
programme | бағдарлама | program | программ | programm | programme
system | жүйе | system | систем | system | système
service | қызмет | service | служб услуг | dienst | service
social | әлеумет қоғам | social society public | обществ социал | gesellschaft sozial | social société-
accident | апат оқиға | accident crash incident event | авари происшеств событ инцидент | unfall ereignis | accident événement
photo | фото сурет | photo picture image | фото снимок картин | foto bild. bilder | photo image
internet | интернет желі | internet online. network web. | интернет сет- сеть. сети. | internet netz | internet réseau
phone | телефон | phone telephone | телефон | telefon | téléphone
`;
