/**
 * Words that guessers try first, in the scripts and keyboard rows of this programme's users: lower case, letters only.
 * Compiled by hand for Tirek from what people in three languages are known to choose; a password that is one of them, or a
 * string of them, with digits and signs around it is refused.
 */
export const COMMON_PASSWORD_WORDS: ReadonlySet<string> = new Set(
  `password passwort passw pass parol parool qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc
  abc abcd abcde abcdef abcdefg abcdefgh admin administrator root user guest test testing demo temp default changeme change
  secret letmein welcome login signin hello iloveyou love lovely sunshine princess prince dragon monkey football soccer baseball
  master superman batman shadow freedom whatever trustno michael charlie jordan computer internet service office work school
  family mama papa mother father baby angel flower summer winter spring autumn january february march april june july august
  september october november december monday friday sunday company manager director support system database server security
  access account system tirek jusan kazakhstan qazaqstan astana almaty shymkent karaganda qaraghandy aktobe aqtobe atyrau aktau
  aqtau kostanay pavlodar semey oral uralsk taraz kyzylorda turkistan petropavl kokshetau zhezkazgan taldykorgan nursultan
  kazakh russia rossiya moskva lubov lyubov solnce solnyshko kotik zaika krasotka natasha marina svetlana aigerim aigul madina
  saule dana gulmira zarina aliya kairat bolat aidos timur ruslan nurlan erlan daulet aslan bolatbek nazarbayev
  пароль парол йцукен йцукенг йцукенгшщзхъ фыва фывапролд ячсмить привет любовь любимая солнышко солнце наташа марина светлана
  мама папа семья россия москва казахстан астана алматы шымкент караганда актобе атырау актау костанай павлодар семей уральск
  тараз кызылорда туркестан петропавловск кокшетау администратор админ доступ вход работа школа центр программа поддержка
  секрет здравствуйте спасибо зима весна лето осень понедельник пятница
  құпиясөз құпия қазақстан қарағанды ақтөбе ақтау қостанай орал қызылорда түркістан сәлем рахмет махаббат отбасы ана әке бала
  балам жаным күн айгерім айгүл мәдина сәуле дана гүлмира жұмыс мектеп бағдарлама қолдау тірек жусан кіру әкімші`
    .split(/\s+/)
    .filter((word) => word.length > 0),
);
