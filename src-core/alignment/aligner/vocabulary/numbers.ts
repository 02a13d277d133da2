/** Numbers, months, days and measures. For the format see `concepts.ts`; what begins with digits is that number. */
export const numbers = `
2 | екі екеу | two. both. | два. две. двух. двум. двое. оба. обе. | zwei. beide. beiden. | deux.
3 | үш. үшін- үшінші үшеу | three. | три. трех. трёх. трем. трое. | drei. | trois.
4 | төрт | four. | четыре. четырех. четырёх. | vier. | quatre.
5 | бес. бесінші бесеу | five. | пять. пяти. | fünf. | cinq.
6 | алты. алтыншы алтау | six. | шесть. шести. | sechs. | six.
7 | жеті. жетінші жетеу | seven. | семь. семи. | sieben. | sept.
8 | сегіз | eight. | восемь. восьми. | acht. | huit.
9 | тоғыз | nine. | девять. девяти. | neun. | neuf.
10 | он. оныншы | ten. | десять. десяти. десятк | zehn. | dix.
11 | | eleven. | одиннадцат | elf. | onze.
12 | | twelve. dozen | двенадцат | zwölf. | douze.
13 | | thirteen | тринадцат | dreizehn. | treize.
14 | | fourteen | четырнадцат | vierzehn. | quatorze.
15 | | fifteen | пятнадцат | fünfzehn. | quinze.
16 | | sixteen | шестнадцат | sechzehn. | seize.
17 | | seventeen | семнадцат | siebzehn. |
18 | | eighteen | восемнадцат | achtzehn. |
19 | | nineteen | девятнадцат | neunzehn. |
20 | жиырма | twenty | двадцат | zwanzig | vingt
30 | отыз | thirty | тридцат | dreissig dreißig | trente
40 | қырық | forty | сорок. сорока. | vierzig | quarante
50 | елу. елуінші | fifty | пятьдесят. пятидесят | fünfzig | cinquante
60 | алпыс | sixty | шестьдесят. шестидесят | sechzig | soixante
70 | жетпіс | seventy | семьдесят. семидесят | siebzig | septante
80 | сексен | eighty | восемьдесят. восьмидесят | achtzig | huitante
90 | тоқсан | ninety | девяносто. девяност | neunzig | nonante
100 | жүз. жүзінші жүздеген | hundred | сто. ста. сотн сотен | hundert | cent. cents. centaine
1000 | мың | thousand | тысяч тыс. | tausend | mille. millier
million | миллион млн. | million | миллион млн. | million | million
billion | миллиард млрд. | billion | миллиард млрд. | milliard | milliard
half | жарты жартысы | half. halves. | половин полтора. полуторa | halb hälfte | moitié demi
quarter | ширек тоқсандық | quarter | четверт квартал | viertel | quart. quarts.
first | бірінші алғаш тұңғыш | first. firstly. | перв впервые. | erst erste ersten erster erstes | premier première
second | екінші | second. secondly. | второй. вторая. второго. вторую. втор | zweite | second deuxième
last | соңғы ақырғы | last. latest. final | последн | letzt | dernier dernière
monday | дүйсенбі | monday | понедельник | montag | lundi
tuesday | сейсенбі сәйсенбі | tuesday | вторник | dienstag | mardi
wednesday | сәрсенбі | wednesday | среду. среда. среды. | mittwoch | mercredi
thursday | бейсенбі | thursday | четверг | donnerstag | jeudi
friday | жұма. жұмада жұмада. жұмаға | friday | пятниц | freitag | vendredi
saturday | сенбі | saturday | суббот | samstag sonnabend | samedi
sunday | жексенбі | sunday | воскресень | sonntag | dimanche
january | қаңтар | january jan. | январ | januar jänner | janvier
february | ақпан | february feb. | феврал | februar | février
march | наурыз | march. | март. марта. марте. мартовск | märz | mars.
april | сәуір | april | апрел | april | avril
may | мамыр | | май. мая. мае. майск | mai. | mai.
june | маусым | june | июн | juni | juin
july | шілде | july | июл | juli | juillet
august | тамыз | august | август | august | août
september | қыркүйек | september sept. | сентябр | september | septembre
october | қазан. қазанда қазанның қазанға қазанда. | october oct. | октябр | oktober | octobre
november | қараша | november nov. | ноябр | november | novembre
december | желтоқсан | december dec. | декабр | dezember | décembre
spring | көктем | spring. | весн весен | frühling frühjahr | printemps
summer | жаз. жазда жазғы жаздың | summer | лето. лета. летом. летн | sommer | été.
autumn | күз. күзде күзгі | autumn | осень. осени. осенью. осенн | herbst | automne
winter | қыс. қыста қысқы | winter | зим | winter | hiver
year | жыл. жылы жылдар жылда жылғ жылд | year | год. года. году. годом. годы. годов. годах. лет. годовщин | jahr | an. ans. année
month | | month | месяц | monat | mois.
week | апта | week | недел | woche | semaine
day | күн. күні күннің күнде күндер күнге | day. days. daily. | день. дня. дней. дню. днём. дням. | tag. tage. tagen. tages. | jour. jours. journée
hour | сағат | hour o'clock | час. часа. часов. часу. часы. | stunde uhr. | heure
minute | минут | minute | минут | minute | minute
morning | таң. таңғы таңертең таңда | morning | утр | morgen. morgens. | matin
evening | кеш. кешкі кешке | evening | вечер | abend | soir. soirée
night | түн. түнде түнгі түні | night | ночь. ночи. ночью. ночн | nacht nächt | nuit
today | бүгін | today | сегодня. сегодняшн | heute | aujourd
yesterday | кеше. кешегі | yesterday | вчера. вчерашн | gestern | hier.
tomorrow | ертең | tomorrow | завтра | | demain
now | қазір | now. currently. nowadays. | сейчас. ныне. теперь. нынешн | jetzt. nun. | maintenant
century | ғасыр | century centuries | век. века. веке. веков. столет | jahrhundert | siècle
time | уақыт | time. times. | время. времени. временем. времена. | zeit. zeiten. | temps.
period | кезең | period. stage. | период этап | periode zeitraum | période
future | болашақ келешек | future | будущ | zukunft | avenir futur
percent | пайыз процент | percent percentage | процент | prozent | pourcent
degree | градус | degree | градус | grad. | degré
mile | миля | mile | мил- миль. мили. мил. | meile | mille-
kilometre | шақырым километр км. | kilometre kilometer km. | километр км. | kilometer km. | kilomètre km.
metre | метр м. | metre meter m. | метр м. | meter m. | mètre m.
dollar | доллар | dollar | доллар | dollar | dollar
pound | фунт | pound | фунт | pfund | livre.
kilogram | кг. килограм келі | kg. kilogram kilo. | кг. килограмм | kg. kilogramm | kg. kilo
age | жаста жастағы жасында жасар | aged. age. ages. old. | летний. летняя. летнего. возраст | alter | âge
`;
