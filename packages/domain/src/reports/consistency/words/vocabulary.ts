/** Words of the three languages that tell nothing about what a number is of. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'the and for with that this these those from have has had was were are been being not but who whom whose which what than then they them their there she her his him its our you your all any some such only just also into over under about around nearly almost roughly approximately most more less least one two three very own per cent percent percentage women woman respondents respondent people persons participants sample total number reported said cited identified indicated currently live lives living make made year years month months i do does did can could would will may might when while where other others each both as at by in of on or to an is it be no',
    'для что это как так все всех всего или они оно она его её ее их был была было были есть при про под над без из от до по за на не ни но же бы если чем тем том той эти этих этот эта того также только лишь около почти примерно более менее больше меньше один одна два две три год года лет месяц процент процента процентов женщин женщины женщина респондент респонденты респонденток респондентов респондентки человек людей участниц участников опрошенных выборки число количество сообщили указали назвали сказали ответили',
    'және мен бен пен үшін бұл осы сол олар оның оларды олардың бар жоқ еді болды болған болып бойынша туралы арасында ішінде ішінен барлық барлығы тек ғана шамамен дерлік астам кем көп аз бір екі үш жыл жылы ай пайыз пайызы пайызын әйел әйелдер әйелдің әйелдердің респондент респонденттер респонденттердің адам адамдар қатысушы қатысушылар саны деді айтты көрсетті атады жауап берді',
  ].flatMap((list) => list.split(' ')),
);
// “own” tells much in “own a home”.
(EMPTY_WORDS as Set<string>).delete('own');

/** A row or column that holds the sum of the others. */
export const TOTAL =
  /^(?:grand |sub)?totals?\b|^sum\b|^overall\b|^(?:всего|итого|итог|сумма)|^(?:барлығы|жиыны|жалпы саны|қорытынды)|^(?:all|все|бәрі)$/iu;
export const SUBTOTAL =
  /^sub-?totals?\b|^(?:подытог|промежуточн\p{L}* итог|итого по)|^(?:аралық жиын|аралық қорытынды)/iu;

/** Words for all that need not be a sum. */
export const WEAK_TOTAL = /^(?:all|overall|все|бәрі)(?!\p{L})/iu;

/** A row of those without an answer: not part of a valid base. */
export const MISSING =
  /^(?:no (?:response|answer|data)|not (?:answered|asked|stated|reported|known|reached|shown|applicable)|(?:does|do|did) not (?:know|apply)|prefer(?:red|s)? not|missing|refused|declined|unknown\b(?! to)|n\/a|blank|did not answer)|^(?:нет (?:ответа|данных)|не (?:ответ\p{L}*|указа\p{L}*|дош\p{L}*|примен\p{L}*|относ\p{L}*|зна\p{L}*|хоч\p{L}*|хот\p{L}*)|вопрос не|пропуск\p{L}*|без ответа|отказ\p{L}*|затрудн\p{L}*)|^(?:жауап (?:жоқ|берм\p{L}*)|жауапсыз|көрсетілме\p{L}*|сұраққа жетпе\p{L}*|сұрақ қойылма\p{L}*|жауап бергісі|білмей\p{L}*|қатысы жоқ|дерек жоқ|бас тарт\p{L}*)/iu;

/** A row that is inside the one above it. */
export const OF_WHICH =
  /^(?:[–—-]\s*)?(?:of (?:which|whom|them|these|those)|including|incl\.|thereof)\b|^(?:[–—-]\s*)?(?:из (?:них|которых)|в том числе|в т\. ?ч\.|включая)|^(?:[–—-]\s*)?(?:оның ішінде|олардың ішінде|соның ішінде)/iu;

/** Words in running text that put the next number inside the one before. */
export const NESTED =
  /\b(?:of (?:whom|which|them|these|those)|including|with|among (?:whom|them)|thereof)\b|из (?:них|которых)|в том числе|включая|среди них|оның ішінде|олардың ішінде|соның ішінде/iu;

/** A column that numbers its rows. */
export const ORDINAL = /^(?:no\.?|nr\.?|#|№|п\/п|№ ?п\/п|р\/с|№ р\/с|rank|ранг|место|орын)$/iu;

export const PERCENT_HEAD = /%|\bper ?cent|процент|доля|пайыз|үлес/iu;
export const MEAN_HEAD = /\bmeans?\b|\baverage\b|^m$|\bM\b(?= ?\(SD)|средн|орташа/iu;
export const SD_HEAD =
  /\bsd\b|\bs\.d\.|std|standard deviation|ст\. ?откл|станд\p{L}* отклон|^со$|^ско$|стандартты ауытқу|^са$/iu;
export const RANGE_HEAD =
  /\b(?:min|max|range|median|mode|se|ci|p|t|f|z|df|alpha|year)\b|мин|макс|медиан|размах|год|жыл|α/iu;

/** Says that percentages are of answers given, not of people. */
export const OF_MENTIONS =
  /\b(?:of|%) (?:all )?(?:mentions|responses|answers given|selections|ticks|choices)|упоминан|от (?:всех )?ответов|от числа ответов|выбор(?:ов|ам)|аталым|жауаптар санынан|таңдау/iu;

/** Weighted figures do not follow from the counts beside them. */
export const WEIGHTED = /\bweight|взвеш|салмақтал/iu;

/** Whom a sentence or row speaks of; figures about different people are never held against each other. */
const AUDIENCES: readonly (readonly [string, RegExp])[] = [
  [
    'women',
    /\b(?:wom[ae]n|mothers?|wives|wife|females?)\b|женщин|матер|мать|мам\b|жен\b|жены|әйел|ана(?:лар|сы|ның)?(?![\p{L}])/iu,
  ],
  [
    'men',
    /\b(?:m[ae]n|fathers?|husbands?|males?)\b|мужчин|отц|отец|муж(?!ч)|ерлер|ер адам|әке|күйеу/iu,
  ],
  [
    'children',
    /\b(?:child(?:ren)?|boys?|girls?|sons?|daughters?|pupils?)\b|дет(?:и|ей|ям|ск)|ребен|ребён|мальчик|девоч|бала|ұл(?:дар|ы)?(?![\p{L}])|қыз/iu,
  ],
];

export const audiencesOf = (text: string): readonly string[] =>
  AUDIENCES.flatMap(([name, words]) => (words.test(text) ? [name] : []));

/** A question that allowed several answers: its rows pass the number of people together. */
export const MANY_ANSWERS =
  /multiple (?:answers|responses|choice)|(?:more than one|several|up to \p{L}+|up to \d+) (?:answers?|responses?|options?|choices?)|select all|choose up to|несколько (?:вариантов|ответов)|(?:можно|могли) (?:было )?(?:выбрать|отметить|указать|назвать)|до \p{L}+ (?:вариантов|ответов)|множественн|бірнеше (?:жауап|нұсқа)|бірнешеуін/iu;

/** A column that says again in every row of how many its shares are. */
const BASE_HEAD = /^\s*(?:base|база|негізі?)(?:\s*\(n\))?\s*$/iu;

/** A coefficient of agreement or of correlation, and the limits of one. */
const COEFFICIENT_HEAD =
  /капп[аыу]|kappa|альф[аы]|\balpha|корреляци|correlation|доверительн\p{L}* интервал|% интервал|% interval/iu;

/** Columns whose figures are no parts of anything. */
export const isNotAdded = (head: string) =>
  BASE_HEAD.test(head) ||
  COEFFICIENT_HEAD.test(head) ||
  ORDINAL.test(head) ||
  MEAN_HEAD.test(head) ||
  SD_HEAD.test(head) ||
  RANGE_HEAD.test(head);

/** Rows that hold a measure of each group; the measure of all is no sum of them. */
const MEASURE =
  /\b(?:income|salary|wage|price|cost per|rate|age|score|index|ratio|duration|length)\b|доход|зарплат|цена|стоимость|ставк|возраст|балл|индекс|длительн|табыс|жалақы|баға|мөлшерлеме|жасы|ұпай|көрсеткіш/iu;

/** Whether a row of this label can be the sum of its parts across the columns. */
export const isMeasure = (label: string) =>
  MEASURE.test(label) || MEAN_HEAD.test(label) || SD_HEAD.test(label) || RANGE_HEAD.test(label);
