// Made by scripts/locale-data.ts from the CLDR data in Node. Do not edit.

export const NUMBERS = {
  kk: {"decimal":",","group":"\u202f","percent":"0%"},
  ru: {"decimal":",","group":"\u202f","percent":"0\u00a0%"},
  en: {"decimal":".","group":",","percent":"0%"},
} as const;

export const DATES = {
  kk: {"months":["қаңтар","ақпан","наурыз","сәуір","мамыр","маусым","шілде","тамыз","қыркүйек","қазан","қараша","желтоқсан"],"monthsAlone":["қаңтар","ақпан","наурыз","сәуір","мамыр","маусым","шілде","тамыз","қыркүйек","қазан","қараша","желтоқсан"],"monthsShort":["қаң.","ақп.","нау.","сәу.","мам.","мау.","шіл.","там.","қыр.","қаз.","қар.","жел."],"weekdays":["дүйсенбі","сейсенбі","сәрсенбі","бейсенбі","жұма","сенбі","жексенбі"],"weekdaysShort":["дс","сс","ср","бс","жм","сб","жс"],"full":"{y}\u202fж. {d} {MMMM}, {EEEE}","long":"{y}\u202fж. {d} {MMMM}","medium":"{y}\u202fж. {d} {MMM}","short":"{dd}.{MM}.{y}","month":"{y}\u202fж. {LLLL}","day":"{d} {MMMM}","dateTime":"{date}, {time}"},
  ru: {"months":["января","февраля","марта","апреля","мая","июня","июля","августа","сентября","октября","ноября","декабря"],"monthsAlone":["январь","февраль","март","апрель","май","июнь","июль","август","сентябрь","октябрь","ноябрь","декабрь"],"monthsShort":["янв.","февр.","мар.","апр.","мая","июн.","июл.","авг.","сент.","окт.","нояб.","дек."],"weekdays":["понедельник","вторник","среда","четверг","пятница","суббота","воскресенье"],"weekdaysShort":["пн","вт","ср","чт","пт","сб","вс"],"full":"{EEEE}, {d} {MMMM} {y}\u202fг.","long":"{d} {MMMM} {y}\u202fг.","medium":"{d} {MMM} {y}\u202fг.","short":"{dd}.{MM}.{y}","month":"{LLLL} {y}\u202fг.","day":"{d} {MMMM}","dateTime":"{date} в {time}"},
  en: {"months":["January","February","March","April","May","June","July","August","September","October","November","December"],"monthsAlone":["January","February","March","April","May","June","July","August","September","October","November","December"],"monthsShort":["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sept","Oct","Nov","Dec"],"weekdays":["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday"],"weekdaysShort":["Mon","Tue","Wed","Thu","Fri","Sat","Sun"],"full":"{EEEE}, {d} {MMMM} {y}","long":"{d} {MMMM} {y}","medium":"{d} {MMM} {y}","short":"{d} {MMM} {y}","month":"{LLLL} {y}","day":"{d} {MMMM}","dateTime":"{date} at {time}"},
} as const;

export const RELATIVE_DAYS = {
  kk: {"named":{"0":"бүгін","1":"ертең","2":"бүрсігүні","-2":"алдыңгүні","-1":"кеше"},"past":{"one":"0 күн бұрын","other":"0 күн бұрын"},"future":{"one":"0 күннен кейін","other":"0 күннен кейін"}},
  ru: {"named":{"0":"сегодня","1":"завтра","2":"послезавтра","-2":"позавчера","-1":"вчера"},"past":{"one":"0 день назад","few":"0 дня назад","many":"0 дней назад"},"future":{"one":"через 0 день","few":"через 0 дня","many":"через 0 дней"}},
  en: {"named":{"0":"today","1":"tomorrow","-1":"yesterday"},"past":{"one":"0 day ago","other":"0 days ago"},"future":{"one":"in 0 day","other":"in 0 days"}},
} as const;

export const BYTE_UNITS = {
  kk: ["байт","кБ","МБ","ГБ","ТБ"],
  ru: ["Б","кБ","МБ","ГБ","ТБ"],
  en: ["B","kB","MB","GB","TB"],
} as const;
