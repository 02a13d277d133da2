/** Nature, places, things, bodies, motion, qualities, connections. For the format see `concepts.ts`. */
export const world = `
water | су. суы судың суға суда | water. waters. | вод- вода. воды. воде. воду. водн | wasser | eau. eaux.
sea | теңіз | sea. seas. | море. моря. морск морей | meer see. | mer. mers.
ocean | мұхит | ocean | океан | ozean | océan
river | өзен | river | рек- река. реки. реке. реку. | fluss fluß | rivière fleuve
lake | көл. көлі көлде | lake | озер | see- | lac. lacs.
island | арал | island | остров | insel | île. îles.
mountain | тау. таулар тауы таудың тауда | mountain mount. | гор- гора. горы. горе. гору. горн | berg | montagne mont. monts.
peak | шың. шыңы шыңына | peak summit | вершин пик. | gipfel spitze | sommet cime pic.
glacier | мұздық | glacier | ледник | gletscher | glacier
snow | қар. қары қарлы | snow | снег снеж | schnee | neige
ice | мұз. мұзды | ice. icy. | лед. лёд. льд | eis. | glace
wind | жел. желі желдің | wind. winds. | ветер ветр | wind | vent. vents.
rain | жаңбыр жауын | rain | дожд | regen | pluie
storm | дауыл боран | storm hurricane | бур- буря. бури. шторм ураган | sturm | tempête orage
weather | ауа. ауаның | weather. air. | погод воздух возду | wetter luft | temps- air. météo
climate | климат | climate | климат | klima | climat
temperature | температура | temperature | температур | temperatur | température
sun | күннің- шуақ | sun. sunny. | солнц солнеч | sonne | soleil
light | жарық | light. lights. | свет. света. | licht | lumière
fire | от. өрт отты өрттің | fire. fires. | огонь огн пожар | feuer brand | feu. incendie
forest | орман | forest wood. woods. | лес. леса. лесу. лесн | wald wälder | forêt bois.
tree | ағаш | tree. trees. | дерев | baum bäume | arbre
stone | тас. тасы тастар | stone rock. rocks. | камен камн скал | stein fels | pierre roche rocher
earth | жер. жері жерде жердің жерге жерін | land. earth. ground. place. | земл земел мест | erde boden. ort. | terre sol.
sky | аспан көк. | sky. heaven | небо. неба. небес | himmel | ciel
north | солтүстік | north | север | nord | nord
south | оңтүстік | south | юг. юга. юге. южн | süd | sud.
east | шығыс | east. eastern. | восто | ost. osten. östlich | est- oriental
west | батыс | west | запад | west | ouest
animal | жануар хайуан мал. малы малд | animal cattle livestock | животн скот | tier. tiere. | animal animaux
horse | ат. атқа аттар жылқы | horse | лошад конь кон- коня. | pferd | cheval chevaux
dog | ит. иттер иті | dog. dogs. | собак | hund | chien
fish | балық | fish | рыб | fisch | poisson
bird | құс. құстар | bird | птиц | vogel vögel | oiseau
house | үй. үйі үйде үйге үйін үйдің | house home. | дом. дома. доме. домой. | haus. häuser heim | maison
building | ғимарат | building | здан | gebäude | bâtiment
room | бөлме | room | комнат | zimmer | chambre pièce
door | есік есіг | door | двер | tür. türe | porte.
street | көше. көшесі көшеде | street | улиц | strasse straße | rue. rues.
road | жол. жолы жолда жолдың жолға | road way. path. | дорог путь. пути. | weg. wege. | route. chemin
bridge | көпір | bridge | мост | brücke | pont. ponts.
car | көлік машина автокөлік | car. cars. vehicle | машин автомобил | auto. wagen | voiture auto.
train | пойыз теміржол | train. trains. railway | поезд железнодор | zug. züge bahn | train. trains. chemin-
plane | ұшақ | plane. aircraft flight | самол рейс | flugzeug flug | avion vol.
ship | кеме | ship. ships. boat | корабл судн лодк | schiff boot | navire bateau
hut | лашық | hut. huts. cabin | хижин | hütte | cabane refuge
food | тамақ азық | food. meal eat. eating | ед- еда. пищ прод | essen. nahrung | nourriture repas manger
bread | нан. наны | bread | хлеб | brot | pain.
milk | сүт | milk | молок | milch | lait
meat | ет. еті | meat | мяс | fleisch | viande
head | бас. басы басын | head. heads. | голов | kopf | tête
eye | көз. көзі көзд көзін | eye. eyes. | глаз | auge | oeil yeux
hand | қол. қолы қолын қолда қолға | hand. hands. arm. | рук- рука. руки. руку. рук. рукой. | hand. hände | main. mains.
foot | аяқ аяғ | foot. feet. leg. legs. | ног- нога. ноги. ног. ногу. | fuss fuß füsse bein | pied jambe
heart | жүрек жүрег | heart | серд | herz | coeur
blood | қан. қанды қаны | blood bloody | кров | blut | sang
body | дене | body. bodies. | тел- тело. тела. телу. | körper leib | corps.
face | бет. беті бетінде | face. faces. | лиц- лицо. лица. лице. | gesicht | visage face.
big | үлкен ірі зор | big. large great. huge | больш- большой. большая. большие. больших. крупн велик | gross groß grosse | grand gros
small | кіші кішкентай шағын | small little. | мал- малень небольш | klein | petit
long | ұзақ ұзын | long. longer. | долг длин | lang. lange. | long. longue longtemps
high | жоғары биік | high. higher. highest. tall height | высок выс- высот | hoch. höhe hohe höch | haut hauteur
low | төмен | low. lower. below. | низк ниж | tief niedrig unter- | bas. basse
new | жаңа. жаңадан | new. newly. | нов. новый новая новые нового новых новой новое | neu. neue neuen neuer neues | nouveau nouvel
old | ескі көне қарт кәрі | old- elderly ancient | стар древн | alt. alte alten | vieux vieil ancien
good | жақсы | good. well. better. best. | хорош лучш | gut. gute besser. beste | bon. bonne bien. meilleur
bad | жаман нашар | bad. worse. worst. | плох худш | schlecht | mauvais
important | маңызды маңыз | important importance significant | важн значим | wichtig | important
strong | күшті мықты қатты | strong. heavy hard. | сильн креп тяж | stark schwer | fort. forte
difficult | қиын | difficult | трудн сложн | schwierig schwer- | difficil
dangerous | қауіп қатер | danger risk threat | опасн риск угроз | gefahr gefähr | danger risque
beautiful | әдемі сұлу көркем | beautiful beauty | красив крас- | schön | beau. belle beauté
black | қара. қаралар | black. | чёрн черн | schwarz | noir
white | ақ. ақтар | white. | бел. бел- белый белая белые белых белого | weiss weiß | blanc
red | қызыл | red. | красн | rot. rote roten | rouge
green | жасыл | green. | зелен | grün | vert. verte
hot | ыстық жылы- | hot. warm | жар- жарк тепл горяч | heiss heiß warm | chaud
cold | суық салқын | cold. cool. | холод | kalt kälte | froid
many | көп. көптеген көпшілік | many. much. most. | много многие многих больше. | viel. viele vielen | beaucoup nombreux plusieurs
all | барлық бүкіл барша | all. every. whole. entire. | все. всех. всем. весь. вся. всё. всего. | alle. allen. alles. ganz | tout. tous. toute. toutes.
some | кейбір бірнеше біраз | some. several. few. | некотор нескольк | einige einigen | quelque certain
other | басқа өзге | other. others. another. | друг. другие другой других другого друг- | ander | autre
same | сол. дәл | same. | тот- самый | gleich selb | même
only | ғана. тек. жалғыз | only. | только. лишь. единствен | nur. einzig | seul. seule. seulement
also | сондай- сонымен тағы | also. too. | также. тоже. | auch. ebenfalls. | aussi. également.
but | бірақ. алайда. дегенмен. | but. however. | но. однако. | aber. jedoch. doch. | mais. cependant.
because | өйткені. себебі. сондықтан | because. therefore. | потому. поэтому. | weil. denn. deshalb. daher. | parce. car. donc.
if | егер | if. | если. | wenn. falls. | si.
after | кейін соң. | after. later. | после. спустя. позже. | nach. nachdem. später. | après.
before | бұрын дейін | before. ago. until. | перед. прежде. назад. раньше. | vor. bevor. früher | avant.
between | арасында арасын | between. among. | между. среди. | zwischen. | entre.
during | кезінде барысында | during. while. | во- течение. | während. | pendant.
under | астында | under. | под. | unter. | sous.
near | жақын маңында жанында | near. close. nearby. | близ. около. рядом. | nahe. nähe | près. proche
far | алыс қашық | far. distance distant | далек далёк расстоян | fern. weit. entfern | loin. distance
about | туралы жайлы жөнінде шамамен | about. around. approximately. | около- примерно. о. об. | etwa. ungefähr. über. | environ.
again | қайта қайтадан | again. re- | снова. опять. вновь. | wieder. | nouveau- encore.
always | әрқашан үнемі әрдайым | always. | всегда. | immer. | toujours.
never | ешқашан | never. | никогда. | nie. niemals. | jamais.
very | өте. аса. | very. | очень. | sehr. | très.
i | мен. менің маған мені | i. my. me. | я. мне. меня. мой. моя. моей. моего. | ich. mein meine mich. mir. | je. mon. ma. mes. moi.
we | біз біздің бізге | we. our. us. | мы. нас. нам. наш | wir. uns. unser | nous. notre. nos.
you | сіз сен. сендер сіздің | you. your. | вы. вас. вам. ваш | sie- ihr- | vous. votre.
he | ол. оның оған оны одан | he. his. him. she. her. | он. его. ему. она. её. ее. ей. | er. sein. seine ihn. ihm. | il. elle. son. sa. ses. lui.
they | олар | they. their. them. | они. их. им. ими. | | ils. elles. leur
what | не. неге. қандай | what. | что- какой какая какие | was. welche | quoi. quel
who | кім. кімнің | who. whom. whose. | кто. кого. кому. | wer. wen. | qui.
where | қайда | where. | где. куда. | wo. wohin. | où.
when | қашан | when. | когда. | wann. als. | quand. lorsque.
why | неліктен неге | why. | почему. зачем. | warum. | pourquoi.
come | келді келген келе келу келіп | come. came. arriv coming | пришел пришёл приход прибы приех | kam. kommen. kamen. | venir. venu. arriv
go | барды барған баруға кетті кеткен кету | go. went. going. leave. left. gone. | ушел ушёл ехал пошел пошёл уех идти | ging. gehen. gingen. | aller. parti partir.
return | қайтты қайтып оралды оралу орал | return | возвра верну | zurück rückkehr | retour revenir
take | алды алған алып алу | take. took. taken. taking. receiv get. got. | взял взя получ приня | nahm. nehmen. genommen. | prit. prendre. pris.
give | берді берген беру беріп | give. gave. given. giving. | дал. дать. дала. отдал предостав | gab. geben. gegeben. | donn
make | жасады жасаған жасау жаса | make. made. making. create. created. | сделал дела созда | machte. machen. gemacht. | fait. faire. fit.
begin | баста. бастады бастал бастап басталды | begin began. start | нача начин | begann. begin anfang | commenc début
end | аяқта соңында соңы | end. ended. finish | конец конц закончи оконч | ende. endlich. schluss | fin. finir termin
stop | тоқта | stop. stopped. | останов прекрат | halt. anhalten stopp | arrêt-
open | ашылды ашты ашу ашық | open. opened. opening. | откры | öffn eröffn | ouvr ouvert
close | жабыл жабу жапты | closed. shut. | закры | schloss geschlossen | ferm
find | тапты табылды табу таба | find. found. | нашел нашёл найд обнаруж | fand. finden. gefunden. | trouv
build | салынды құрылыс салу тұрғыз | build. built. construct | строи построи | bau. baut gebaut | constru bâti
change | өзгер | change | измен | änder | chang
grow | өс. өсті өсу өсім | grow. growth grew. increase rise. rose. | рост. расти вырос увелич | wachs stieg. steigen. | augment crois
fall | құла түсті төменде | fall. fell. drop. dropped. decline | упал паден сниз | fiel. fallen. sturz | tomb chute
climb | көтеріл өрле | climb ascent ascend | подня подъём подъем восхожд | aufstieg besteig | ascension mont- gravi
wait | күту күтті күтеді күтіл | wait. expect | ждал ожида | wart erwart | attend
try | тырыс әрекет | try. tried. attempt | попыт пыта | versuch | essay tentati
need | керек қажет | need. must. necessary should. | нужн необходим долж | muss. braucht müssen. notwendig | besoin faut. nécessaire
can | мүмкін алады | can. could. possible may. might. | может могут возможн мог. можно. | kann. konnte können. möglich | peut. pouv possible
love | махаббат сүйікті жақсы- | love. loved. | люб | lieb | amour aim
happy | бақыт қуан | happy. happiness joy. glad. | счаст рад- радост | glück freude froh | heureux joie bonheur
afraid | қорқы қорқын | fear. afraid. scar | страх боя- боял | angst furcht | peur. crain
number | саны. санының нөмір | number. numbers. | числ номер количеств | zahl anzahl nummer | nombre numéro
part | бөлік бөліг бөлім бөлі | part. parts. section | част | teil. teile. | partie. part.
side | жақ. жағы жағында жағын тарап | side. sides. | сторон | seite | côté
middle | орта. ортасы ортасында орталық | middle. cent | сред центр | mitte zentr | milieu centr
place | орын орны орынд | place- seat. position | место. места. месте. мест. | platz. stelle | place. lieu. endroit
thing | нәрсе зат. заттар | thing | вещ | ding. sache | chose
way | жолмен тәсіл әдіс | method way. | способ метод образ | art. weise. methode | manière façon
`;
